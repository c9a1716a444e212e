import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../rule-sets/defaultRuleSet.ts'
import type { Answers, Kind, Scope } from '../types.ts'
import { buildForm } from './buildForm.ts'
import { carriedAnswers } from './carriedAnswers.ts'
import { fullAnswers, id, sampleCatalogue, sampleKind, sampleScope } from './sample.fixture.ts'

const carried = (period: string, answers: Answers, more: Partial<Scope> = {}, kind: Kind = sampleKind) => {
  const before = buildForm(kind, sampleCatalogue, defaultRuleSet, sampleScope())
  const previous = { answers, rows: before.rows(answers), status: 'approved' as const }
  const scope = sampleScope({ period, sources: { previous }, ...more })
  return carriedAnswers(buildForm(kind, sampleCatalogue, defaultRuleSet, scope), scope)
}

describe('what a new form takes over from the one before', () => {
  it('is the cells that carry and the rows people added, in their places', () => {
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

  it('is nothing where there is nothing before', () => {
    const scope = sampleScope()
    expect(carriedAnswers(buildForm(sampleKind, sampleCatalogue, defaultRuleSet, scope), scope)).toEqual({})
  })
})
