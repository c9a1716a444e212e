import type { Catalogue } from '@sepakat/rules'
import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { expect, it } from 'vitest'
import { inventedCatalogue, inventedKind, inventedScope } from '#sheet/answers/fixtures/invented.ts'
import { versionChanges } from './versionChanges.ts'

const against = (change: (rows: Catalogue['rows']) => Catalogue['rows']) =>
  versionChanges({
    kind: inventedKind,
    rules: defaultRuleSet,
    scope: inventedScope(),
    from: inventedCatalogue,
    to: { ...inventedCatalogue, rows: change(inventedCatalogue.rows) },
    answers: { parts: { 'kematian.kota': { required: '3' } } },
  })

it('describes what another version changes of the rows, in the words of the form', () => {
  const corrected = against(rows =>
    rows.map(row => (row.id === 'kematian' ? { ...row, unit: 'bayi', direction: 'higher' } : row)),
  )
  expect(corrected).toEqual([
    '“Angka kematian”: satuan “kasus” menjadi “bayi”.',
    '“Angka kematian”: arah “makin rendah makin baik” menjadi “makin tinggi makin baik”.',
  ])
})

it('names rows that go, with their answers, and rows that are added', () => {
  expect(against(rows => rows.filter(row => row.id !== 'kematian.kota'))).toEqual([
    'Baris “Kota” tidak ada lagi; isiannya disimpan tetapi tidak dihitung.',
  ])
  expect(against(rows => [...rows, { ...rows[3]!, id: 'kematian.pulau', label: 'Pulau' }])).toEqual([
    'Baris baru “Pulau”.',
  ])
})
