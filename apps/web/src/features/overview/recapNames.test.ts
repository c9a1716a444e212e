import { kinds } from '@sepakat/rules'
import { expect, it } from 'vitest'
import { recapNames } from './recapNames.ts'
import { recap } from './testing/recap.ts'

it('names the figures of a derivation as the reports did, not as today', () => {
  const named = { ...recap, names: { 'spm.recipients': 'Nama waktu disetujui' } }
  const names = recapNames(named, kinds['spm/triwulan']!, recap.period)
  expect(names(recap.items[3]!).input('figure:spm.recipients/gepeng')).toBe(
    'Gelandangan dan pengemis · Nama waktu disetujui',
  )
})
