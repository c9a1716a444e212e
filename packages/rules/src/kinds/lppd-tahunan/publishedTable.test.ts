// Published values of these very indicators, recomputed through the form: a row whose value follows there follows here.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { catalogue, figureOf, idOf, scopeOf } from '#test/lppdForms.ts'
import { buildForm } from '../../form/buildForm.ts'
import { judgePrinted, type Verdict } from '../../recompute/judgePrinted.ts'
import { readTables } from '../../recompute/readTables.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Catalogue, CatalogueRow } from '../../types/Catalogue.ts'
import { kind } from './kind.ts'

const [table] = readTables(readFileSync(new URL('../../../testdata/real/lppd-ikk.csv', import.meta.url), 'utf8'))
const printed = table?.rows ?? []

/** The indicators the rows are printed of; the others are counts from which no indicator of this list is made. */
const codes: Record<string, Record<string, string>> = {
  'Kota Gorontalo': {
    ...{ 1: '1.a.1', 2: '1.a.1', 3: '1.a.2', 4: '1.a.2', 5: '1.a.3', 6: '1.a.3', 11: '1.b.1', 12: '1.b.2' },
    ...{ 14: '1.b.3', 15: '1.b.4', 16: '1.b.5', 17: '1.b.6', 18: '1.b.7', 19: '1.b.8', 20: '1.b.9', 21: '1.b.10' },
    ...{ 22: '1.b.11', 23: '1.b.12', 24: '1.b.13', 25: '1.b.14', 27: '1.c.7', 61: '2.k.2', 62: '2.k.1' },
    ...{ 64: '2.e.2', 65: '2.j.1', 66: '2.j.2', 67: '2.j.3', 68: '2.p.1', 69: '2.p.1' },
  },
  'Kab. Lanny Jaya': { 1: '1.a.1', 2: '1.a.2', 3: '1.b.1', 4: '1.b.2', 5: '1.c.7' },
  Lain: { 3: '2.f.1' },
}
const words: Record<string, Verdict> = {
  TIDAK: 'does-not',
  kosong: 'nothing-printed',
  'ya (dipotong)': 'cut',
  'ya (pembulatan)': 'follows',
}

/** A row of the table as an indicator: that of the catalogue, or one like the first with the factor that is printed. */
function indicatorOf({ sumber = '', no = '', faktor = '' }: Record<string, string>): CatalogueRow {
  const code = codes[sumber]?.[no]
  const own = catalogue.rows.find(row => row.id === idOf(code ?? '1.a.1'))!
  if (code === undefined) return { ...own, formula: { ...own.formula!, factor: faktor } }
  expect(own.formula).toMatchObject({ kind: 'ratio', factor: faktor })
  return own
}

it('every printed row follows, is truncated, or does not exactly as it is marked, and gives the value beside it', () => {
  expect(printed).toHaveLength(45)
  expect(Object.values(codes).flatMap(Object.keys)).toHaveLength(35)
  for (const row of printed) {
    const indicator = indicatorOf(row)
    const one: Catalogue = { ...catalogue, rows: [indicator] }
    const answers = {
      indicators: { [indicator.id]: { numerator: row.pembilang ?? '', denominator: row.penyebut ?? '' } },
    }
    const value = figureOf(buildForm(kind, one, defaultRuleSet, scopeOf()).evaluate(answers), 'lppd.ikk', indicator.id)
    const label = `${row.sumber} ${row.no} ${row.indikator}`
    expect(judgePrinted(value?.value ?? null, row.capaian_terbit ?? ''), label).toBe(words[row.cocok ?? ''])
    expect(Number(value?.value).toFixed(4), label).toBe(row.capaian_hitung)
  }
})
