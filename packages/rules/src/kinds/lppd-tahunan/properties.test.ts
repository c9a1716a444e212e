import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { before, catalogue, childrenOf, evaluate, figureOf, idOf, ikk, told } from '#test/lppdForms.ts'
import { recompute } from '../../figures/recompute.ts'
import { answersSchema } from '../../form/answersSchema.ts'
import { exact } from '../../numbers/decimal.ts'
import type { Answers, Cell } from '../../types/Answers.ts'
import type { Scope } from '../../types/Scope.ts'
import { kind } from './kind.ts'

/** One indicator of each kind of formula, with its children. */
const roots = [
  '1.a.1',
  '2.b.3',
  '2.a.3',
  '1.e.7',
  '2.e.1',
  'P.1.6',
  '2.l.1',
  '3.c.2',
  'P.4.1',
  'P.4.3',
  '2.i.1',
  '2.r.1',
]
const rows = roots.map(idOf)
const own = catalogue.rows.filter(row => rows.includes(row.id) || rows.includes(row.parent ?? ''))

const number = fc.constantFrom('0', '1', '12.5', '300', '4801', '0.000000001', '999999999999999999')
const cells: Record<string, fc.Arbitrary<Cell>> = {
  step: fc.constantFrom('WTP', 'TMP', 'Baik', '4'),
  met: fc.boolean(),
  previousSource: fc.constant('LKPM'),
  source: fc.constant('BPS'),
  explanation: fc.constant('Berita acara 1/2026'),
}
const unread = fc.constantFrom<Cell>({ asTyped: '12,5x' }, { asTyped: '1.234' })
const state = fc.constantFrom('notApplicable', 'notYetAvailable')
const rowOf = (table: string): fc.Arbitrary<Record<string, Cell>> => {
  const spec = kind.tables[table]!
  const fields = Object.keys(spec.fields).map(
    field =>
      [
        field,
        fc.oneof(
          { weight: 9, arbitrary: cells[field] ?? (number as fc.Arbitrary<Cell>) },
          { weight: 1, arbitrary: unread },
        ),
      ] as const,
  )
  const all = spec.states ? [...fields, ['state', state] as const] : fields
  return fc.record(Object.fromEntries(all), { requiredKeys: [] }) as fc.Arbitrary<Record<string, Cell>>
}
const anyAnswers = fc.record(
  Object.fromEntries(
    ['indicators', 'checks', 'parts', 'outputs'].map(table => {
      const ids = own.filter(row => row.table === table).map(row => row.id)
      return [table, fc.record(Object.fromEntries(ids.map(id => [id, rowOf(table)])), { requiredKeys: [] })]
    }),
  ),
) as fc.Arbitrary<Answers>
const anyScope: fc.Arbitrary<Partial<Scope>> = fc
  .tuple(fc.option(anyAnswers), fc.constantFrom('approved', 'handed-in', 'draft', 'given'), fc.boolean())
  .map(([answers, status, practice]) => ({
    rows,
    period: practice ? '2026-latihan' : '2026',
    ...(answers && before(answers, status as 'approved')),
  }))

describe('over any answers, this year and last', () => {
  it('every figure follows from its derivation alone, and names why it has no value', () => {
    fc.assert(
      fc.property(anyAnswers, anyScope, (answers, scope) => {
        const { figures, findings } = evaluate(answers, scope)
        for (const { value, raw, why, numerator, denominator, derivation } of figures) {
          expect(recompute(JSON.parse(JSON.stringify(derivation)))).toEqual({ value, raw, why, numerator, denominator })
          expect(value === null).toBe(why !== null)
        }
        for (const { message } of findings) expect(message).not.toMatch(/undefined|NaN|null/)
        expect(answersSchema(kind).safeParse(answers).success).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('a declared, unread or empty cell is never a 0', () => {
    fc.assert(
      fc.property(anyAnswers, anyScope, (answers, scope) => {
        const all = evaluate(answers, scope)
        for (const [id, { state: declared }] of Object.entries(answers.indicators ?? {}))
          if (declared !== undefined)
            expect(figureOf(all, 'lppd.ikk', id)).toMatchObject({ value: null, why: declared })
        for (const { derivation, value } of all.figures)
          if (derivation.inputs.some(input => input.value === null)) expect(value).toBeNull()
      }),
      { numRuns: 40 },
    )
  })
})

const whole = fc.integer({ min: 1, max: 100_000 })
const exactly = (code: string, cells: Record<string, Cell>) => exact(ikk(code, told(code, cells)).value ?? '')

describe('an indicator', () => {
  it('rises with its numerator and falls with its denominator', () => {
    fc.assert(
      fc.property(whole, whole, whole, (numerator, denominator, more) => {
        const of = (n: number, d: number) => exactly('1.a.1', { numerator: String(n), denominator: String(d) })
        expect(of(numerator + more, denominator).gt(of(numerator, denominator))).toBe(true)
        expect(of(numerator, denominator + more).lt(of(numerator, denominator))).toBe(true)
      }),
    )
  })

  it('of growth is 0 for the same number, and the negative of a fall', () => {
    fc.assert(
      fc.property(whole, whole, (current, previous) => {
        const cells = { current: String(current), previous: String(previous), previousSource: 'LKPM' }
        const [rise, fall] = [exactly('2.l.1', cells), exactly('3.c.2', cells)]
        expect(rise.plus(fall).eq('0')).toBe(true)
        expect(rise.eq('0')).toBe(current === previous)
      }),
    )
  })

  it('of weighed parts lies between the least and the greatest of them', () => {
    const [first = '', second = ''] = childrenOf('2.i.1', 'parts')
    fc.assert(
      fc.property(whole, whole, whole, whole, (a, b, u, v) => {
        const parts = {
          [first]: { value: String(a), weight: String(u) },
          [second]: { value: String(b), weight: String(v) },
        }
        const value = exact(ikk('2.i.1', { parts }).value ?? '').round(20)
        expect(value.gte(String(Math.min(a, b))) && value.lte(String(Math.max(a, b)))).toBe(true)
      }),
    )
  })
})
