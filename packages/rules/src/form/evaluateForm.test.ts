import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Answers, Cell } from '../types/Answers.ts'
import type { Finding } from '../types/Finding.ts'
import type { Scope } from '../types/Scope.ts'
import { buildForm } from './buildForm.ts'
import { fullAnswers, id, sampleCatalogue, sampleKind, sampleScope } from './sample.fixture.ts'

const build = (more: Partial<Scope> = {}) => buildForm(sampleKind, sampleCatalogue, defaultRuleSet, sampleScope(more))
const evaluate = (answers: Answers) => build().evaluate(answers)
const at = (findings: Finding[], anchor: string) =>
  findings.filter(one => one.at === anchor).map(({ code, level, blocks }) => ({ code, level, blocks }))
const set = (answers: Answers, table: string, row: string, cells: Record<string, Cell>): Answers => ({
  ...answers,
  [table]: { ...answers[table], [row]: { ...answers[table]?.[row], ...cells } },
})

describe('the findings of a form', () => {
  it('are none when all is answered', () => {
    expect(evaluate(fullAnswers).findings).toEqual([])
  })

  it('an empty cell is reported; only a required one blocks; an optional one and an evaluator’s are not required', () => {
    const { findings } = evaluate({})
    expect(at(findings, '/works/jalan/amount')).toEqual([{ code: 'empty', level: 'empty', blocks: true }])
    expect(at(findings, '/works/jalan/soFar')).toEqual([{ code: 'empty', level: 'empty', blocks: false }])
    expect(at(findings, '/works/jalan/remark')).toEqual([])
    expect(at(findings, '/works/jalan/grade')).toEqual([])
  })

  it('an evaluator’s tasks are reported apart, and never keep the office from submitting', () => {
    const { findings, review } = evaluate(fullAnswers)
    expect([findings, at(review, '/works/jalan/grade')]).toEqual([
      [],
      [{ code: 'empty', level: 'empty', blocks: true }],
    ])
    const unread = evaluate(set(fullAnswers, 'works', 'jalan', { grade: { asTyped: 'sangat baik' } }))
    expect([unread.findings, at(unread.review, '/works/jalan/grade')]).toEqual([
      [],
      [{ code: 'unread', level: 'wrong', blocks: true }],
    ])
    const graded = set(set(fullAnswers, 'works', 'jalan', { grade: 'A' }), 'works', 'irigasi', { grade: 'A' })
    expect(evaluate(graded).review).toEqual([])
    expect(evaluate(graded).progress).toEqual(evaluate(fullAnswers).progress)
  })

  it.each([
    ['-0.5', 'too-small'],
    ['1000.1', 'too-large'],
    ['1.25', 'too-precise'],
  ])('%s is %s and blocks, though it is kept', (value, code) => {
    const { findings } = evaluate(set(fullAnswers, 'works', 'jalan', { amount: value }))
    expect(at(findings, '/works/jalan/amount').filter(f => f.code !== 'high-amount')).toEqual([
      { code, level: 'wrong', blocks: true },
    ])
  })

  it('text as typed is unread, blocks, and says what to do', () => {
    const message = (asTyped: string, row = 'jalan') => {
      const { findings } = evaluate(set(fullAnswers, 'works', row, { amount: { asTyped } }))
      expect(at(findings, `/works/${row}/amount`)).toEqual([{ code: 'unread', level: 'wrong', blocks: true }])
      return findings.find(one => one.at === `/works/${row}/amount`)?.message
    }
    expect(message('12,5x')).toBe('“12,5x” belum terbaca sebagai angka. Tulis seperti 1.234,56.')
    expect(message('1.234')).toBe('“1.234” perlu dipastikan: 1.234 atau 1,234? Pilih salah satu.')
    // whole units have one reading, from any sender
    expect(message('1.234', 'irigasi')).toBe('“1.234” perlu dipastikan: 1.234? Pilih angkanya, atau tulis ulang.')
    expect(message('nihil')).toContain('Nyatakan keadaannya')
  })

  it('a declared state needs a reason, and "not yet available" publisher and date', () => {
    const asked = (cells: Record<string, Cell>) =>
      evaluate(set(fullAnswers, 'works', 'jalan', cells)).findings.map(f => [f.code, f.at, f.blocks])
    expect(asked({ state: 'nil' })).toEqual([['reason-missing', '/works/jalan/reason', true]])
    expect(asked({ state: 'notYetAvailable', reason: 'Menunggu BPS' })).toEqual([
      ['reason-missing', '/works/jalan/publisher', true],
      ['reason-missing', '/works/jalan/expected', true],
    ])
    expect(asked({ state: 'notApplicable', reason: 'Bukan kewenangan' })).toEqual([])
    expect(asked({ state: { asTyped: 'kosong' } })).toEqual([['unread', '/works/jalan/state', true]])
  })

  it('a state requires nothing more of the row and its children; their kept values do not count', () => {
    const kept = set(
      set(fullAnswers, 'works', 'jalan', { state: 'nil', reason: 'Tidak ada', amount: { asTyped: 'x' } }),
      'checks',
      'jalan.aspal',
      { met: { asTyped: 'ya?' } },
    )
    const { findings, figures } = evaluate(kept)
    expect(findings).toEqual([])
    expect(figures.find(one => one.code === 'lkpj.total')).toMatchObject({ value: null, why: 'nil' })
  })

  it('a list that is neither filled nor declared empty is reported at its head', () => {
    const { costs, ...rest } = fullAnswers
    expect(at(evaluate(rest).findings, '/costs/jalan')).toEqual([
      { code: 'block-empty', level: 'empty', blocks: false },
    ])
    expect(at(evaluate({ ...rest, costs: { jalan: { state: 'nil' } } }).findings, '/costs/jalan')).toEqual([])
    expect(evaluate({ ...rest, costs: { jalan: { state: 'nil' } } }).findings.map(f => f.at)).toEqual([
      '/costs/irigasi',
      `/parts/${id(5)}`,
    ])
    const { people, ...without } = fullAnswers
    expect(evaluate(without).findings.map(f => [f.code, f.at])).toEqual([
      ['block-empty', '/people/all'],
      ['no-people', ''],
    ])
  })

  it('rows and columns the form no longer has are reported and block nothing', () => {
    const stray: Answers = {
      ...fullAnswers,
      works: { ...fullAnswers.works, pasar: { amount: '7' } },
      checks: { ...fullAnswers.checks, 'jalan.aspal': { met: true, unit: 'm' } },
      costs: { ...fullAnswers.costs, [id(7)]: { $parent: 'pasar', $position: 'a', what: 'Kios' } },
    }
    expect(evaluate(stray).findings.map(f => [f.code, f.level, f.at, f.blocks])).toEqual([
      ['not-in-form', 'notice', '/works/pasar', false],
      ['not-in-form', 'notice', '/checks/jalan.aspal/unit', false],
      ['not-in-form', 'notice', `/costs/${id(7)}`, false],
    ])
    expect(evaluate(stray).figures.map(f => f.value)).toEqual(evaluate(fullAnswers).figures.map(f => f.value))
  })

  it('a finding to explain blocks until its reason is written', () => {
    const high = set(fullAnswers, 'works', 'jalan', { amount: '600' })
    expect(evaluate(high).findings).toEqual([
      {
        code: 'high-amount',
        level: 'explain',
        at: '/works/jalan/amount',
        message: 'Jumlah 600 tinggi. Jelaskan.',
        blocks: true,
        why: '/works/jalan/why-high-amount',
      },
    ])
    const explained = set(high, 'works', 'jalan', { 'why-high-amount': 'Ruas baru' })
    expect(evaluate(explained).findings).toMatchObject([{ code: 'high-amount', blocks: false }])
  })

  it.each([' ', '\n\t', '\u200b'])('blanks alone (%j) fill no cell, give no reason and explain nothing', blank => {
    const found = (row: string, cells: Record<string, Cell>) =>
      evaluate(set(fullAnswers, 'works', row, cells)).findings.map(({ code, blocks }) => [code, blocks])
    expect(found('jembatan', { reason: blank })).toEqual([['reason-missing', true]])
    expect(found('jalan', { amount: '600', 'why-high-amount': blank })).toEqual([['high-amount', true]])
    const unit = evaluate(set(fullAnswers, 'checks', 'jalan.drainase', { unit: blank }))
    expect(at(unit.findings, '/checks/jalan.drainase/unit')).toEqual([{ code: 'empty', level: 'empty', blocks: false }])
    expect(unit.progress.utara).toEqual({ filled: 8, all: 9 })
    const nameless = set(fullAnswers, 'costs', id(2), { what: blank })
    expect(
      build()
        .rows(nameless)
        .costs?.map(({ label }) => label),
    ).toEqual(['Biaya 1', 'Bahan'])
  })
})

describe('the progress of a form', () => {
  const progress = (answers: Answers) => evaluate(answers).progress

  it('counts rows, blocks and lists as their tables say', () => {
    // jalan: itself, two checks, mark, costs, one part; irigasi: itself, mark, costs; jembatan: itself, check, mark, costs
    expect(progress(fullAnswers)).toEqual({
      utara: { filled: 9, all: 9 },
      selatan: { filled: 4, all: 4 },
      people: { filled: 1, all: 1 },
      taken: { filled: 2, all: 2 },
    })
    expect(progress({})).toEqual({
      utara: { filled: 0, all: 8 },
      selatan: { filled: 0, all: 4 },
      people: { filled: 0, all: 1 },
      taken: { filled: 0, all: 2 },
    })
  })

  it('does not count what is unread, nor a half filled block', () => {
    expect(progress(set(fullAnswers, 'works', 'jalan', { amount: { asTyped: '1.234' } })).utara).toEqual({
      filled: 8,
      all: 9,
    })
    const half = { ...fullAnswers, costs: { ...fullAnswers.costs, [id(1)]: { $parent: 'jalan', $position: 'b' } } }
    expect(progress(half).utara).toEqual({ filled: 8, all: 9 })
  })

  it('is a figure of the form and of each section of the catalogue', () => {
    const figures = evaluate(set(fullAnswers, 'works', 'jalan', { amount: { asTyped: 'x' } })).figures
    expect(figures.filter(f => f.code === 'completeness').map(f => [f.row, f.numerator, f.denominator])).toEqual([
      ['', '15', '16'],
      ['utara', '8', '9'],
      ['selatan', '4', '4'],
    ])
    expect(evaluate({}).figures[0]).toMatchObject({ value: '0', unit: '%' })
    const nothing = buildForm(
      { ...sampleKind, tables: {}, check: () => {}, compute: () => {} },
      sampleCatalogue,
      defaultRuleSet,
      sampleScope(),
    )
    expect(nothing.evaluate({}).figures).toMatchObject([{ code: 'completeness', value: null, why: 'no-inputs' }])
  })
})

describe('figures', () => {
  it('report the first missing input, and why', () => {
    const total = (answers: Answers) => evaluate(answers).figures.find(one => one.code === 'lkpj.total')
    const without = set(fullAnswers, 'works', 'jembatan', { state: 'notApplicable' })
    expect(total(without)).toMatchObject({ value: null, why: 'notApplicable', unit: 'unit' })
    const all = { ...fullAnswers, works: { ...fullAnswers.works, jembatan: { amount: '7.5' } } }
    expect(total(all)).toMatchObject({ value: '20', raw: '20', why: null, basis: null })
    expect(total(set(all, 'works', 'irigasi', { amount: { asTyped: '1,2,3' } }))).toMatchObject({ why: 'unread' })
    expect(total({})).toMatchObject({ value: null, why: 'empty' })
    expect(total(all)?.derivation).toMatchObject({
      formula: 'sum.1',
      ruleSet: '2021.1',
      inputs: [
        { name: 'jalan', at: '/works/jalan/amount', value: '12.5' },
        { name: 'jembatan', at: '/works/jembatan/amount', value: '7.5' },
        { name: 'irigasi', at: '/works/irigasi/amount', value: '0' },
      ],
    })
  })

  it('of a practice period say so', () => {
    const { figures } = build({ period: '2026-TW2-latihan' }).evaluate(fullAnswers)
    expect(new Set(figures.map(figure => figure.basis))).toEqual(new Set(['practice']))
  })
})

it('do not depend on the order in which cells arrived', () => {
  const cells = Object.entries(fullAnswers).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, fields]) =>
      Object.entries(fields).map(([field, cell]) => ({ table, row, field, cell })),
    ),
  )
  const expected = evaluate(fullAnswers)
  fc.assert(
    fc.property(fc.shuffledSubarray(cells, { minLength: cells.length }), shuffled => {
      const answers = shuffled.reduce<Answers>(
        (so, { table, row, field, cell }) => set(so, table, row, { [field]: cell }),
        {},
      )
      expect(evaluate(answers)).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})

it('ignore what JavaScript inherits', () => {
  const hostile = JSON.parse(
    '{"works":{"__proto__":{"amount":"1"},"constructor":{"amount":"2"}},"costs":{"toString":{"$parent":"constructor"}}}',
  )
  const { findings, figures } = evaluate(hostile)
  expect(findings.filter(f => f.code === 'not-in-form').map(f => f.at)).toEqual([
    '/works/__proto__',
    '/works/constructor',
    '/costs/toString',
  ])
  expect(figures.find(f => f.code === 'lkpj.total')?.why).toBe('empty')
})
