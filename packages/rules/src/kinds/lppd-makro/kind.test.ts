import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogueSchema } from '../../catalogue/catalogueSchema.ts'
import { buildForm } from '../../form/buildForm.ts'
import { recapOf } from '../../form/recapOf.ts'
import { roundShown } from '../../numbers/formatNumber.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Cell } from '../../types/Answers.ts'
import type { Figure } from '../../types/Figure.ts'
import type { Evaluation } from '../../types/Form.ts'
import type { Scope, Source } from '../../types/Scope.ts'
import { kind } from './kind.ts'

const catalogue = catalogueSchema.parse(JSON.parse(readFileSync(new URL('catalogue.json', import.meta.url), 'utf8')))
const form = (period = '2023', sources: Scope['sources'] = {}) =>
  buildForm(kind, catalogue, defaultRuleSet, {
    office: { id: 'bappeda', name: 'Bappeda' },
    period,
    rows: '*',
    plan: { from: 2021, to: 2025 },
    sources,
  })
const ipm = (cells: Record<string, Cell>) => ({ macro: { ipm: cells } })
const before = (current: string, status: Source['status'] = 'approved'): Scope['sources'] => ({
  previous: { answers: ipm({ current }), rows: form('2022').rows({}), status },
})
const evaluate = (cells: Record<string, Cell>, sources?: Scope['sources']) => form('2023', sources).evaluate(ipm(cells))
const change = ({ figures }: Evaluation): Figure =>
  figures.find(figure => figure.code === 'lppd.change' && figure.row === 'ipm')!
const codes = ({ findings }: Evaluation) =>
  findings.filter(({ code }) => Object.hasOwn(kind.findings, code)).map(({ code, blocks }) => [code, blocks])

describe('macro performance', () => {
  it('asks six indicators for this year and the previous one, with publication, date and status', () => {
    const rows = form().sections.flatMap(section => section.blocks.flatMap(block => block.rows))
    expect(rows.map(row => row.id)).toEqual([
      'ipm',
      'kemiskinan',
      'pengangguran',
      'pertumbuhan-ekonomi',
      'pendapatan-per-kapita',
      'gini',
    ])
    for (const { fields } of rows)
      expect(fields).toEqual({
        current: 'Capaian 2023',
        previous: 'Capaian 2022',
        methodChanged: 'Metode berubah (tidak sebanding)',
        publication: 'Publikasi BPS (judul dan nomor)',
        published: 'Tanggal terbit',
        final: 'Status angka',
        note: 'Keterangan',
      })
  })

  it('changes by (n − (n−1)) ÷ (n−1): Nunukan 67,88 in 2022, 68,43 in 2023', () => {
    const figure = change(evaluate({ current: '68.43', previous: '67.88' }))
    expect(roundShown(figure.value!, 4)).toBe('0.8103')
  })

  it('has no rate across a change of method (66,46 in 2021, 67,88 in 2022), and asks what changed', () => {
    const cells = { current: '67.88', previous: '66.46', methodChanged: true }
    const all = evaluate(cells)
    expect(change(all)).toMatchObject({ value: null, why: 'notApplicable' })
    expect(change(all).derivation.left).toEqual([{ at: '/macro/ipm/methodChanged', why: 'notApplicable' }])
    expect(codes(all)).toEqual([['method-unexplained', true]])
    expect(codes(evaluate({ ...cells, note: 'SP2020 sejak 2022.' }))).toEqual([])
  })

  it('takes last year from its approved report unless a newer publication is typed', () => {
    const from = (cells: Record<string, Cell>, sources: Scope['sources']) =>
      change(evaluate({ current: '68.43', ...cells }, sources)).derivation.inputs[1]?.at
    expect(from({}, before('67.88'))).toBe('previous:/macro/ipm/current')
    expect(from({ previous: '67.9' }, before('67.88'))).toBe('/macro/ipm/previous')
    expect(from({}, before('67.88', 'handed-in'))).toBe('/macro/ipm/previous')
    expect(codes(evaluate({ current: '68.43' }))).toEqual([['previous-missing', false]])
    expect(codes(evaluate({ current: '68.43', previous: '67.9' }, before('67.88')))).toEqual([
      ['previous-differs', true],
    ])
    expect(codes(evaluate({ current: '68.43', previous: '67.88' }, before('67.88')))).toEqual([])
  })

  it('asks about a value far from last year’s', () => {
    expect(codes(evaluate({ current: '33.94', previous: '67.89' }))).toEqual([['far-from-last-year', true]])
    expect(codes(evaluate({}))).toEqual([])
    expect(codes(evaluate({ state: 'notYetAvailable', reason: 'Belum terbit', current: '1' }))).toEqual([])
  })

  it.each([
    ['gini', '3.4', 'too-large'],
    ['gini', '-0.3', 'too-small'],
    ['gini', '0.71', 'odd-macro'],
    ['gini', '0.3', undefined],
    ['kemiskinan', '124', 'too-large'],
    ['kemiskinan', '6.24', undefined],
    ['pengangguran', '100.01', 'too-large'],
    ['ipm', '6.843', 'odd-macro'],
    ['ipm', '684.3', 'too-large'],
    ['pertumbuhan-ekonomi', '-2.07', undefined],
    ['pertumbuhan-ekonomi', '-101', 'too-small'],
    ['pendapatan-per-kapita', '112000000', 'odd-macro'],
    ['pendapatan-per-kapita', '112.4', undefined],
  ])('of %s, %s is %s, this year and last', (row, value, code) => {
    for (const field of ['current', 'previous']) {
      const { findings } = form().evaluate({ macro: { [row]: { [field]: value } } })
      const at = `/macro/${row}/${field}`
      const judged = findings.filter(one => one.at === at && /^(too|odd)-/.test(one.code))
      expect(judged.map(one => [one.code, one.blocks])).toEqual(code ? [[code, true]] : [])
    }
  })

  it('needs one explanation per row for an odd value, never for an impossible one', () => {
    const blocked = (cells: Record<string, Cell>) =>
      form()
        .evaluate({ macro: { gini: cells } })
        .findings.filter(({ code, blocks }) => blocks && /^(too|odd)-/.test(code))
    expect(blocked({ current: '0.7', 'why-odd-macro': 'Tambang baru.' })).toEqual([])
    expect(blocked({ current: '3.4', 'why-odd-macro': 'Tambang baru.' })).toMatchObject([
      { code: 'too-large', message: 'Paling besar 1. Periksa angkanya.' },
    ])
  })

  it('changes by 0 for the same number, up for more and down for less, whatever the direction', () => {
    const number = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(number, number, (now, then) => {
        const { value } = change(evaluate({ current: String(now), previous: String(then) }))
        expect(Math.sign(Number(value))).toBe(Math.sign(now - then))
      }),
    )
  })
})

describe('the region', () => {
  const region = (offices: Record<string, Evaluation | null>) =>
    recapOf(kind, {
      period: '2023',
      rules: { ...defaultRuleSet, id: '2026.1' },
      catalogue,
      owners: new Map([['ipm', Object.keys(offices)]]),
      counted: Object.entries(offices).flatMap(([office, all]) =>
        all === null ? [] : all.figures.map(figure => ({ office, standing: 'final' as const, figure })),
      ),
    })

  it('has the figures of the office that files them, as they were frozen', () => {
    const { figures, coverage, standing } = region({ bappeda: evaluate({ current: '70.5', previous: '70' }) })
    expect(figures.map(({ code, value, derivation }) => [code, value?.slice(0, 5), derivation.ruleSet])).toEqual([
      ['lppd.macro', '70.5', defaultRuleSet.id],
      ['lppd.change', '0.714', defaultRuleSet.id],
      ['completeness', '0', '2026.1'],
    ])
    expect([coverage, standing]).toEqual([{ owed: 1, reported: 1, approved: 1 }, 'final'])
  })

  it('names an office that has not filed, and has none where two did', () => {
    const none = region({ bappeda: null })
    expect(none).toMatchObject({ standing: 'incomplete', coverage: { owed: 1, reported: 0 } })
    expect(none.figures[0]).toMatchObject({
      value: null,
      why: 'empty',
      derivation: { left: [{ at: 'bappeda:figure:lppd.macro/ipm', why: 'empty' }] },
    })
    const one = evaluate({ current: '70.5' })
    expect(region({ a: one, b: one }).figures[0]).toMatchObject({ value: null, why: 'no-inputs' })
  })
})
