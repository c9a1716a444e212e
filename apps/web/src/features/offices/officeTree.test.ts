import { expect, it } from 'vitest'
import type { Office } from '#administration/officeChoices.ts'
import { type Branch, countOf, officeTree } from './officeTree.ts'

const office = (id: string, more: Partial<Office> = {}): Office => ({
  id,
  kind: 'dinas',
  code: null,
  name: id,
  shortName: '',
  parent: null,
  urusan: [],
  confidence: 'seen',
  ended: false,
  ...more,
})
const offices = [
  office('Badan Aneh', { kind: 'unit-khusus', ended: true }),
  office('Dinas Kesehatan', { urusan: ['1.02'] }),
  office('Puskesmas Sebatik', { kind: 'puskesmas', parent: 'Dinas Kesehatan' }),
  office('Kecamatan Nunukan', { kind: 'kecamatan' }),
  office('Kelurahan Nunukan Barat', { kind: 'kelurahan', parent: 'Kecamatan Nunukan' }),
  office('Dinas Pasar', { ended: true }),
  office('UPT Pasar', { parent: 'Dinas Pasar' }),
]
const drawn = (branches: Branch[]): unknown[] => branches.map(b => [b.office.id, ...drawn(b.below)])
const tree = (wish = {}) => officeTree(offices, wish).map(limb => [limb.kind, drawn(limb.branches)])

it('groups the top offices by kind, with the others below', () =>
  expect(tree()).toEqual([
    ['dinas', [['Dinas Kesehatan', ['Puskesmas Sebatik']], ['UPT Pasar']]],
    ['kecamatan', [['Kecamatan Nunukan', ['Kelurahan Nunukan Barat']]]],
  ]))
it('keeps the ancestors of a match, and drops descendants that do not match', () => {
  expect(tree({ search: 'sebatik' })).toEqual([['dinas', [['Dinas Kesehatan', ['Puskesmas Sebatik']]]]])
  expect(tree({ search: 'kecamatan NUNUKAN' })).toEqual([['kecamatan', [['Kecamatan Nunukan']]]])
  expect(tree({ search: '1.02' })).toEqual([['dinas', [['Dinas Kesehatan']]]])
  expect(tree({ search: 'tidak ada' })).toEqual([])
})
it('shows ended offices only when asked, with their descendants', () =>
  expect(tree({ search: 'pasar', ended: true })).toEqual([['dinas', [['Dinas Pasar', ['UPT Pasar']]]]]))
it('lists the kinds in their usual order, unknown ones last', () =>
  expect(officeTree(offices, { ended: true }).map(limb => limb.kind)).toEqual(['dinas', 'kecamatan', 'unit-khusus']))
it('counts a branch with all its descendants', () =>
  expect(countOf(officeTree(offices).flatMap(limb => limb.branches))).toBe(5))
