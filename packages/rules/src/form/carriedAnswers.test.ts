import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Answers } from '../types/Answers.ts'
import type { Field, Kind } from '../types/Kind.ts'
import type { Scope } from '../types/Scope.ts'
import { buildForm } from './buildForm.ts'
import { carriedAnswers, carrySources } from './carriedAnswers.ts'
import { fullAnswers, id, sampleCatalogue, sampleKind, sampleScope } from './sample.fixture.ts'

const carried = (
  period: string,
  answers: Answers,
  more: Partial<Scope> = {},
  kind: Kind = sampleKind,
  plan?: Scope['plan'],
) => {
  const before = buildForm(kind, sampleCatalogue, defaultRuleSet, sampleScope())
  const previous = { answers, rows: before.rows(answers), status: 'approved' as const, plan }
  const scope = sampleScope({ period, sources: { previous }, ...more })
  return carriedAnswers(buildForm(kind, sampleCatalogue, defaultRuleSet, scope), scope)
}

describe('what a new form carries over from the previous one', () => {
  it('is the cells that carry and the rows users added, in their places', () => {
    expect(carried('2026-TW3', fullAnswers)).toEqual({
      works: { jalan: { amount: '12.5' }, irigasi: { amount: '0' } },
      costs: {
        [id(2)]: { $parent: 'jalan', $position: 'a1', what: 'Upah' },
        [id(1)]: { $parent: 'jalan', $position: 'a2', what: 'Bahan' },
      },
    })
  })

  it('is neither what could not be read nor a row the new form no longer has', () => {
    const answers = { ...fullAnswers, works: { ...fullAnswers.works, jalan: { amount: { asTyped: '1.234' } } } }
    expect(carried('2026-TW3', answers, { rows: ['irigasi'] })).toEqual({ works: { irigasi: { amount: '0' } } })
    expect(carried('2026-TW3', answers).works).toEqual({ irigasi: { amount: '0' } })
  })

  it('stays within the year for quarters, and goes from year to year for yearly forms', () => {
    expect(carried('2027-TW1', fullAnswers)).toEqual({})
    expect(carried('2027', fullAnswers, {}, { ...sampleKind, period: 'year' }).works).toEqual({
      jalan: { amount: '12.5' },
      irigasi: { amount: '0' },
    })
  })

  it('of years of the plan is only what was reported under the same plan', () => {
    const { works } = sampleKind.tables
    const amount = { ...works?.fields.amount, carry: 'same-plan' } as Field
    const kind = {
      ...sampleKind,
      tables: { ...sampleKind.tables, works: { ...works!, fields: { ...works?.fields, amount } } },
    }
    const under = (from: number) => carried('2026-TW3', fullAnswers, {}, kind, { from, to: from + 4 })
    expect(under(2025)).toEqual(carried('2026-TW3', fullAnswers))
    expect(Object.keys(under(2020))).toEqual(['costs'])
  })

  it('includes what the source form of a row says of it', () => {
    const { works } = sampleKind.tables
    const kind: Kind = {
      ...sampleKind,
      sources: period => ({ ...sampleKind.sources(period), plan: { form: 'sakip/indikator', period: '2026' } }),
      tables: {
        ...sampleKind.tables,
        goals: {
          ...works!,
          rows: { from: 'source', source: 'plan', table: 'aims', where: cells => cells.agreed === true },
          fields: {
            target: { type: 'number', label: 'Target', carry: given => given.year2 },
            reached: { type: 'number', label: 'Realisasi' },
          },
        },
      },
    }
    expect(carrySources(kind)).toEqual(['previous', 'plan'])
    const aims: Answers[string] = {
      [id(5)]: { agreed: true, year2: '7', reached: '3' },
      [id(6)]: { agreed: true },
      [id(7)]: { agreed: true, year2: { asTyped: '7x' } },
      [id(8)]: { agreed: false, year2: '9' },
    }
    const rows = { aims: Object.keys(aims).map(id => ({ id, parent: null, label: '' })) }
    const plan = { answers: { aims }, rows, status: 'approved' as const }
    const scope = sampleScope({ period: '2027-TW1', sources: { plan } })
    expect(carriedAnswers(buildForm(kind, sampleCatalogue, defaultRuleSet, scope), scope)).toEqual({
      goals: { [id(5)]: { target: '7' } },
    })
  })

  it('is empty without a previous one', () => {
    const scope = sampleScope()
    expect(carriedAnswers(buildForm(sampleKind, sampleCatalogue, defaultRuleSet, scope), scope)).toEqual({})
  })
})
