import { formNames } from '@sepakat/rules/names/formNames.ts'
import { stepsIn, stepsOfRow } from '@sepakat/rules/names/stepsOfRow.ts'
import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { describe, expect, it } from 'vitest'
import { inventedCatalogue, inventedKind, inventedScope } from '#sheet/answers/fixtures/invented.ts'

const labels = (steps: ReturnType<typeof stepsOfRow>) => steps?.map(({ label }) => label) ?? null
const row = { table: 'counts', id: 'kunjungan' }
const told = inventedScope({
  sources: { register: { status: 'given', rows: {}, answers: { counts: { kunjungan: { scale: 'Rendah; Tinggi' } } } } },
})
const scales = { scope: inventedScope(), rules: defaultRuleSet, catalogue: inventedCatalogue }

describe('the steps of a row’s scale', () => {
  it('are those its own cell names, else those of another form, else those of its catalogue', () => {
    expect(labels(stepsOfRow(row, 'opini-bpk', { ...scales, scope: told }))).toContain('Wajar Tanpa Pengecualian')
    expect(labels(stepsOfRow(row, undefined, { ...scales, scope: told }))).toEqual(['Rendah', 'Tinggi'])
    const formula = { kind: 'category' as const, inputs: {}, scale: 'Belum; Sudah' }
    const catalogue = { rows: inventedCatalogue.rows.map(one => ({ ...one, formula })) }
    expect(labels(stepsOfRow(row, undefined, { ...scales, catalogue }))).toEqual(['Belum', 'Sudah'])
  })
  it('are null where no scale is known', () => expect(stepsOfRow(row, undefined, scales)).toBeNull())

  it('are labelled wherever a cell is formatted', () => {
    const target = { type: 'measure', label: 'Target' } as const
    const tables = { ...inventedKind.tables, counts: { ...inventedKind.tables.counts!, fields: { target } } }
    const answers = { counts: { kunjungan: { scale: 'opini-bpk' } } }
    const names = formNames([], { ...inventedKind, tables }, scales.scope, stepsIn(answers, scales))
    expect(names.cell('counts', 'kunjungan', 'target', 'WTP')).toBe('Wajar Tanpa Pengecualian')
    expect(names.cell('counts', 'kematian', 'target', '1234.5')).toBe('1.234,5')
  })
})
