import { describe, expect, it } from 'vitest'
import { answered, byCode, criteriaOf, evaluate, graded, together } from '#test/evaluationWorksheet.ts'

const codes = (findings: { code: string; at: string }[], code: string) =>
  findings.filter(finding => finding.code === code).map(finding => finding.at)

describe('the office’s own assessment', () => {
  const [first = ''] = criteriaOf(byCode('1.a'))

  it('requires evidence of what is met: on the criterion, on the subcomponent for all of them, or an explanation', () => {
    const met = { criteria: { [first]: { met: true } } }
    expect(codes(evaluate(met).findings, 'met-without-evidence')).toEqual([`/criteria/${first}/met`])
    for (const anchor of [`/criteria/${first}`, `/criteria/${first}/met`, `/subcomponents/${byCode('1.a')}`] as const)
      expect(codes(evaluate(met, { [anchor]: 1 }).findings, 'met-without-evidence')).toEqual([])
    const explained = { criteria: { [first]: { met: true, 'why-met-without-evidence': 'Lihat 1.a.2' } } }
    expect(evaluate(explained).findings.find(({ code }) => code === 'met-without-evidence')?.blocks).toBe(false)
    expect(codes(evaluate({ criteria: { [first]: { met: false } } }).findings, 'met-without-evidence')).toEqual([])
  })

  it('is complete without the evaluator’s cells, which never keep it from being submitted', () => {
    const { findings, progress } = evaluate(answered('met'))
    expect(findings.filter(({ code }) => code === 'empty')).toEqual([])
    for (const { filled, all } of Object.values(progress)) expect(filled).toBe(all)
  })

  it('answers last year’s recommendations, with a reason where one was not followed', () => {
    const id = '0199f5a0-0000-7000-8000-000000000001'
    const previous = {
      status: 'approved' as const,
      answers: { recommendations: { [id]: { $position: 'a0', text: 'Agar cascading dilengkapi', due: '2026-06-30' } } },
      rows: { recommendations: [{ id, parent: null, label: 'Agar cascading dilengkapi' }] },
    }
    const found = (status: string) =>
      evaluate({ followUps: { [id]: { status, action: 'Disusun' } } }, {}, previous).findings.map(({ code }) => code)
    expect(found('open')).toContain('not-followed-up')
    expect(found('done')).not.toContain('not-followed-up')
    expect(evaluate({}, {}, previous).review.map(({ at }) => at)).toContain(`/followUps/${id}/settled`)
  })
})

describe('the evaluator’s grade', () => {
  const review = (grade: string, more: { met?: number; note?: string; code?: string } = {}) => {
    const { met, note, code = '1.c' } = more
    const verified = answered('verified', met === undefined ? {} : { [code]: met })
    return evaluate(together(verified, graded({ [code]: grade }, note === undefined ? {} : { [code]: note }))).review
  }
  const at = (field: string) => `/subcomponents/${byCode('1.c')}/${field}`

  it('is the proposed one, or has a note with the reason', () => {
    expect(codes(review('BB'), 'grade-unexplained')).toEqual([])
    expect(codes(review('CC'), 'grade-unexplained')).toEqual([at('note')])
    expect(codes(review('CC', { note: 'Isi tiga dokumen tidak selaras.' }), 'grade-unexplained')).toEqual([])
    expect(codes(review('B', { met: 7 }), 'grade-unexplained')).toEqual([])
  })

  it('is A or AA only where every criterion is met, with a note, which says since when where documents must exist', () => {
    expect(codes(review('A', { met: 7, note: 'Baik' }), 'judged-without-all')).toEqual([at('grade')])
    expect(codes(review('AA'), 'grade-unexplained')).toEqual([at('note')])
    expect(codes(review('AA', { note: 'Menjadi contoh nasional.' }), 'grade-unexplained')).toEqual([])
    expect(review('AA', { code: '1.a' }).find(({ code }) => code === 'grade-unexplained')?.message).toContain('5 tahun')
  })

  it('is required for every subcomponent, and an answer for every criterion', () => {
    const asked = evaluate({}).review.filter(({ code, blocks }) => code === 'empty' && blocks)
    expect(asked).toHaveLength(12 + 80)
  })
})
