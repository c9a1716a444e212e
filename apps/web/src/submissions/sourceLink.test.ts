import { kinds } from '@sepakat/rules/kinds/index.ts'
import { expect, it } from 'vitest'
import { sourceLinks } from './sourceLink.ts'

const kind = kinds['lppd/tahunan']!
const links = sourceLinks(kind, '2026', {
  previous: { submission: 's1', n: 2 },
  measurement: { submission: 's2', n: null },
})

it('links to the answer in the revision an input was taken from, or to the draft', () => {
  expect(links('previous:/indicators/a/value')).toEqual({
    to: '/periksa/s1?at=%2Findicators%2Fa%2Fvalue&kiriman=2',
    words: 'kiriman ke-2',
  })
  expect(links('previous:figure:lppd.ikk/a')).toEqual({ to: '/periksa/s1?kiriman=2', words: 'kiriman ke-2' })
  expect(links('measurement:figure:sakip.office/')).toEqual({ to: '/laporan/s2/riwayat', words: 'draf' })
})

it('is null for this form, its own figures, or a source passed in', () => {
  for (const at of ['/indicators/a/value', 'figure:lppd.ikk/a', 'section:x', 'register:/indicators/a/label'])
    expect(links(at)).toBeNull()
  expect(sourceLinks(kind, '2026', { previous: {} })('previous:/indicators/a/value')).toBeNull()
})
