import { describe, expect, it } from 'vitest'
import { buildForm } from '../../form/buildForm.ts'
import { carriedAnswers } from '../../form/carriedAnswers.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Answers } from '../../types/Answers.ts'
import type { Scope } from '../../types/Scope.ts'
import { kind } from './kind.ts'
import { spmCatalogue } from './spm.fixture.ts'

const before: Answers = {
  recipients: { 'ibu-hamil': { due: '4800', served: '1200' } },
  quality: {
    'ibu-hamil.vaksin': { required: '4800', met: '1100' },
    'ibu-hamil.buku': { required: '12', met: '3', unit: 'paket' },
    'ibu-hamil.bidan': { required: '40', met: '38' },
  },
  stages: { 'ibu-hamil': { collection: 'selesai', needs: 'selesai', plan: 'sebagian', delivery: 'belum' } },
  staff: { all: { job: 'bidan' } },
}
const scopeOf = (period: string, sources: Scope['sources']): Scope => ({
  office: { id: 'a', name: 'Dinas Kesehatan' },
  period,
  rows: '*',
  plan: { from: 2025, to: 2029 },
  sources,
})
const started = (period: string) => {
  const then = buildForm(kind, spmCatalogue, defaultRuleSet, scopeOf('2026-TW1', {}))
  const previous = { answers: before, rows: then.rows(before), status: 'approved' as const }
  const scope = scopeOf(period, { previous })
  const form = buildForm(kind, spmCatalogue, defaultRuleSet, scope)
  const answers = carriedAnswers(form, scope)
  return { answers, findings: form.evaluate(answers).findings.filter(({ level }) => level !== 'empty') }
}

describe('the next quarter', () => {
  it('carries over the targets of the year and the four stages, not the results', () =>
    expect(started('2026-TW2').answers).toEqual({
      recipients: { 'ibu-hamil': { due: '4800' } },
      quality: {
        'ibu-hamil.vaksin': { required: '4800' },
        'ibu-hamil.buku': { required: '12', unit: 'paket' },
        'ibu-hamil.bidan': { required: '40' },
      },
      stages: { 'ibu-hamil': { collection: 'selesai', needs: 'selesai', plan: 'sebagian', delivery: 'belum' } },
    }))

  it('has no findings about what it carried over', () => expect(started('2026-TW2').findings).toEqual([]))

  it('of another year starts empty', () => expect(started('2027-TW1').answers).toEqual({}))
})
