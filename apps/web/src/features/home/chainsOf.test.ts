import { describe, expect, it } from 'vitest'
import type { ReportLine } from '#sync/apiTypes.ts'
import { partOf } from '#testing/partOf.ts'
import { chainsOf } from './chainsOf.ts'

const now = Date.parse('2026-04-01T00:00:00Z')
const office = { id: 'a', name: 'Dinas Karangan', shortName: 'Dinkar' }
const line = (form: string, follows: string[] = [], more: Partial<ReportLine> = {}) =>
  partOf<ReportLine>({
    obligation: form,
    submission: null,
    office,
    form,
    reportType: 'lkpj',
    period: '2026',
    status: 'not-begun',
    opensAt: null,
    closesAt: null,
    dueAt: null,
    follows: follows.map(of => ({ form: of, period: '2026' })),
    reminder: null,
    prerequisites: [],
    ...more,
  })
const [plan, deal, report] = ['lkpj/rencana', 'lkpj/janji', 'lkpj/hasil'] as const

describe('chainsOf', () => {
  it('puts what builds on another after it, and names the next step', () => {
    const lines = [
      line(report, [plan, deal], { prerequisites: [{ form: deal } as never] }),
      line(deal, [plan]),
      line(plan, [], { status: 'submitted', submission: 'x' }),
    ]
    const [chain, ...others] = chainsOf(lines, now)
    expect(others).toEqual([])
    expect(chain).toMatchObject({ title: 'LKPJ 2026', office })
    expect(chain?.steps.map(step => step.form)).toEqual([plan, deal, report])
    expect(chain?.next?.form).toBe(deal)
  })

  it('has no next step while nothing can be done here', () => {
    const lines = [line(plan, [], { status: 'in-review' }), line(deal, [plan], { opensAt: '2026-07-01T00:00:00Z' })]
    expect(chainsOf(lines, now)[0]?.next).toBeNull()
  })

  it('leaves out what is alone or done, and keeps years and offices apart', () => {
    expect(chainsOf([line(plan), line('lkpj/lain')], now)).toEqual([])
    expect(chainsOf([line(plan, [], { status: 'approved' }), line(deal, [plan], { status: 'approved' })], now)).toEqual(
      [],
    )
    const elsewhere = { ...office, id: 'b' }
    const lines = [
      line(plan),
      line(deal, [plan]),
      line(plan, [], { office: elsewhere }),
      line(deal, [plan], { office: elsewhere }),
    ]
    expect(chainsOf(lines, now).map(({ office: { id } }) => id)).toEqual(['a', 'b'])
    expect(chainsOf([line(plan, [], { period: '2025' }), line(deal, [plan])], now)).toEqual([])
  })

  it('does without fields that an older version did not cache', () => {
    const { follows: _, prerequisites: __, ...old } = line(deal, [plan])
    expect(chainsOf([old as ReportLine, line(plan)], now)).toEqual([])
  })
})
