import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recompute } from '../../figures/recompute.ts'
import { answersSchema } from '../../form/answersSchema.ts'
import { exact } from '../../numbers/decimal.ts'
import type { RuleSetOverrides } from '../../rule-sets/mergeRuleSet.ts'
import type { Answers, Cell } from '../../types/Answers.ts'
import type { Scope } from '../../types/Scope.ts'
import { kind } from './kind.ts'
import { e1, evaluate, figureOf, form, previous, spmCatalogue, withCells } from './spm.fixture.ts'

const rows = ['ibu-hamil', 'rumah-korban-bencana', 'rumah-relokasi']
const count = fc.integer({ min: 0, max: 9999 }).map(String)
const cell: fc.Arbitrary<Cell | undefined> = fc.oneof(
  { weight: 8, arbitrary: count },
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom({ asTyped: '12,5x' }, { asTyped: '1.234' }) },
)
const state = (states: string[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...states) })
const given = (cells: Record<string, Cell | undefined>): Record<string, Cell> =>
  Object.fromEntries(Object.entries(cells).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])))
const tableOf = (ids: string[], row: fc.Arbitrary<Record<string, Cell | undefined>>) =>
  fc.record(Object.fromEntries(ids.map(id => [id, row.map(given)])))
const idsIn = (table: string) => spmCatalogue.rows.filter(row => row.table === table).map(row => row.id)

const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  recipients: tableOf(idsIn('recipients'), fc.record({ due: cell, served: cell, state: state(['nil']) })),
  quality: tableOf(idsIn('quality'), fc.record({ required: cell, met: cell, state: state(['nil', 'notApplicable']) })),
})
const anyRules: fc.Arbitrary<RuleSetOverrides> = fc.record({
  spm: fc.record({
    quality: fc.constantFrom('mean', 'pooled', 'group-mean'),
    nil: fc.constantFrom('exclude', 'hundred', 'zero'),
    caps: fc.record({
      recipients: fc.constantFrom(null, '100'),
      qualityRow: fc.constantFrom(null, '100'),
      quality: fc.constantFrom(null, '100'),
    }),
  }),
})
const anyScope: fc.Arbitrary<Partial<Scope>> = fc
  .tuple(fc.constantFrom('2026-TW1', '2026-TW3', '2026-TW4', '2026-TW3-latihan'), fc.option(anyAnswers))
  .map(([period, before]) => ({ period, rows, sources: before ? previous(before, { rows }) : {} }))

describe('over any answers, rules and quarter', () => {
  it('every figure follows from its derivation alone', () => {
    fc.assert(
      fc.property(anyAnswers, anyRules, anyScope, (answers, rules, scope) => {
        for (const figure of evaluate(answers, scope, rules).figures) {
          const { value, raw, why, numerator, denominator } = figure
          const stored = JSON.parse(JSON.stringify(figure.derivation))
          expect(recompute(stored)).toEqual({ value, raw, why, numerator, denominator })
          expect(value === null).toBe(why !== null)
          expect(figure.band === null || value !== null).toBe(true)
        }
      }),
    )
  })

  it('answers have the shape of the kind, and every input has the value of its pointer', () => {
    fc.assert(
      fc.property(anyAnswers, anyScope, (answers, scope) => {
        expect(answersSchema(kind).safeParse(answers).success).toBe(true)
        for (const { derivation } of evaluate(answers, scope).figures) {
          for (const { at, value } of derivation.inputs) {
            if (!at.startsWith('/') || value === null) continue
            const [, table = '', row = '', field = ''] = at.split('/')
            expect(answers[table]?.[row]?.[field]).toBe(value)
          }
        }
      }),
    )
  })

  it('no percentage, index or mean of services is above a cap of 100', () => {
    fc.assert(
      fc.property(anyAnswers, anyScope, (answers, scope) => {
        for (const { code, value } of evaluate(answers, scope).figures) {
          if (code === 'spm.own' || value === null) continue
          expect(exact(value).round(30).lte('100')).toBe(true)
        }
      }),
    )
  })

  it('an empty or unread cell is never a 0', () => {
    const fields = [
      ...idsIn('recipients').flatMap(row => [`/recipients/${row}/due`, `/recipients/${row}/served`]),
      ...idsIn('quality').flatMap(row => [`/quality/${row}/required`, `/quality/${row}/met`]),
    ]
    fc.assert(
      fc.property(anyAnswers, anyRules, fc.constantFrom(...fields), fc.boolean(), (answers, rules, at, typed) => {
        const [, table = '', row = '', field = ''] = at.split('/')
        const { [field]: _, state, ...others } = answers[table]?.[row] ?? {}
        const gap: Answers = {
          ...answers,
          [table]: { ...answers[table], [row]: { ...others, ...(typed && { [field]: { asTyped: '?' } }) } },
        }
        const service = row.split('.')[0] ?? ''
        const { [service]: own } = gap.recipients ?? {}
        const open = own?.state === undefined ? gap : withoutState(gap, service)
        const all = evaluate(open, { rows, period: '2026-TW1' }, rules)
        expect(figureOf(all, 'spm.index', service).value).toBeNull()
      }),
    )
  })

  it('the order of rows and cells never matters', () => {
    fc.assert(
      fc.property(anyAnswers, anyScope, (answers, scope) => {
        const reversed = Object.fromEntries(
          Object.entries(answers)
            .reverse()
            .map(([table, all]) => [
              table,
              Object.fromEntries(
                Object.entries(all)
                  .reverse()
                  .map(([id, cells]) => [id, Object.fromEntries(Object.entries(cells).reverse())]),
              ),
            ]),
        )
        expect(evaluate(reversed, scope)).toEqual(evaluate(answers, scope))
      }),
      { numRuns: 50 },
    )
  })

  it('filled is never more than all, and nil fills a service', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const all = evaluate(answers, { rows })
        for (const [section, { filled, all: items }] of Object.entries(all.progress)) {
          expect(filled).toBeLessThanOrEqual(items)
          expect(items).toBe(1 + spmCatalogue.rows.filter(row => row.parent === section).length + 5)
          if (answers.recipients?.[section]?.state === 'nil') expect(filled).toBe(items)
        }
      }),
    )
  })
})

const withoutState = (answers: Answers, service: string): Answers => {
  const { state: _, ...cells } = answers.recipients?.[service] ?? {}
  return { ...answers, recipients: { ...answers.recipients, [service]: cells } }
}

describe('the index of a service', () => {
  const index = (served: number, due: number, rules: RuleSetOverrides) => {
    const answers = withCells(e1, 'recipients', 'ibu-hamil', { due: String(due), served: String(served) })
    return exact(figureOf(evaluate(answers, {}, rules), 'spm.index', 'ibu-hamil').value ?? '')
  }

  it('never falls when more are served, nor rises when there are more recipients', () => {
    const whole = fc.integer({ min: 0, max: 20_000 })
    fc.assert(
      fc.property(whole, fc.nat(5000), fc.integer({ min: 1, max: 20_000 }), anyRules, (served, more, due, rules) => {
        expect(index(served + more, due, rules).gte(index(served, due, rules))).toBe(true)
        expect(index(served, due + more, rules).lte(index(served, due, rules))).toBe(true)
      }),
    )
  })
})

it('a form of one kind is the same however often it is built', () => {
  expect(form({ rows }).sections).toEqual(form({ rows }).sections)
})
