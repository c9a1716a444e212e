import { expect, it } from 'vitest'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import type { ToldFigure } from '../types/Figure.ts'
import { buildForm } from './buildForm.ts'
import { defineKind } from './defineKind.ts'

const kind = defineKind({
  form: 'lkpj/contoh',
  title: 'Contoh',
  period: 'year',
  numbered: false,
  reviewer: 'verifier',
  sources: () => ({ other: { form: 'lkpj/lain', period: '2026', figures: ['lkpj.spent'] } }),
  tables: {},
  findings: {},
  figures: { 'lkpj.total': { label: 'Belanja', unit: 'Rp' } },
  check() {},
  compute(c) {
    const inputs = [c.input('belanja', 'figure:lkpj.spent/jalan', { from: 'other' })]
    const { unit, band } = c.source('other')?.figure('lkpj.spent/jalan') ?? {}
    c.figure({ code: 'lkpj.total', formula: 'value.1', inputs, unit, band })
  },
})
const catalogue: Catalogue = { form: 'lkpj/contoh', title: 'Contoh', legal: 'PP 13/2019', groups: [], rows: [] }
function total(figures?: ToldFigure[]) {
  const scope = {
    office: { id: 'dpu', name: 'DPU' },
    period: '2026',
    rows: '*',
    plan: { from: 2025, to: 2029 },
  } as const
  const sources = figures && { other: { answers: {}, rows: {}, status: 'approved' as const, figures } }
  const form = buildForm(kind, catalogue, defaultRuleSet, { ...scope, sources: sources ?? {} })
  return form.evaluate({}).figures.find(figure => figure.code === 'lkpj.total')
}

it('a figure of another form is taken over with its unit and band, and names its source', () => {
  const told = {
    code: 'lkpj.spent',
    row: 'jalan',
    value: '12.5',
    why: null,
    unit: 'juta',
    band: { scale: 's', id: 'B', label: 'Baik' },
  }
  expect(total([told])).toMatchObject({
    value: '12.5',
    unit: 'juta',
    band: { id: 'B' },
    derivation: { inputs: [{ name: 'belanja', at: 'other:figure:lkpj.spent/jalan', value: '12.5' }] },
  })
})

it('one without a value says why, a missing one is empty', () => {
  const told = {
    code: 'lkpj.spent',
    row: 'jalan',
    value: null,
    why: 'zero-denominator',
    unit: 'Rp',
    band: null,
  } as const
  expect(total([told])).toMatchObject({ value: null, why: 'zero-denominator' })
  expect(total([])).toMatchObject({ value: null, why: 'empty', unit: 'Rp' })
  expect(total()).toMatchObject({ value: null, why: 'empty' })
})
