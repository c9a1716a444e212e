import { expect, it } from 'vitest'
import type { Office } from '#administration/officeChoices.ts'
import { wrongFields } from '#testing/wrongFields.ts'
import type { Wave } from './queries.ts'
import { firstPeriods, quickPicks } from './waveDraft.ts'

const office = (id: string, kind: string, ended = false) => ({ id, kind, ended }) as Office
const offices = [office('a', 'dinas'), office('b', 'dinas'), office('c', 'badan'), office('d', 'dinas', true)]
const pilots = { id: 'w1', name: 'Gelombang 1', offices: [{ id: 'a', name: 'A' }] } as Wave

it('a wave starts in a quarter around the year, or in its current one', () => {
  expect(firstPeriods(2027, '').map(one => one.value)).toHaveLength(12)
  expect(firstPeriods(2027, '2024-TW1')[0]).toEqual({ value: '2024-TW1', label: 'Triwulan I 2024' })
  expect(firstPeriods(2027, '2027')[0]).toEqual({ value: '2027', label: 'Tahun 2027' })
})

it('offices are picked by wave, by what is left, and by kind, ended ones never', () =>
  expect(quickPicks(offices, [pilots], 'new')).toEqual([
    { label: 'Seperti Gelombang 1', offices: ['a'] },
    { label: 'Yang belum ada di gelombang lain', offices: ['b', 'c'] },
    { label: 'Semua dinas', offices: ['a', 'b'] },
  ]))
it('a wave is not offered as a source for itself', () =>
  expect(quickPicks(offices, [pilots], 'w1').map(p => p.label)).toEqual(['Semua dinas']))

it('requires name, offices and reports', async () => {
  const empty = { name: ' ', fromPeriod: '2027-TW1', offices: [], reportTypes: [] }
  expect(Object.keys(await wrongFields('POST /waves', empty))).toEqual(['name', 'offices', 'reportTypes'])
})
