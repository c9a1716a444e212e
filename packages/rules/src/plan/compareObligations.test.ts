import { describe, expect, it } from 'vitest'
import { kinds } from '../kinds/index.ts'
import { compareObligations, type OwedObligation, officesOutsideWaves, type YearPlan } from './compareObligations.ts'

const form = 'sakip/lkjip'
const dueAt = new Date('2027-03-31T00:00:00Z')
const assigned = (officeId: string | null) => ({ form, row: '*', officeId, fromYear: 2026, toYear: null }) as const
const year = (more: Partial<YearPlan> = {}): YearPlan => ({
  plan: {
    kinds,
    catalogues: {},
    periods: [{ form, key: '2026', dueAt }],
    waves: [{ fromPeriod: '2026', officeIds: ['dinkes'], reportTypes: ['sakip'] }],
    assignments: [assigned('dinkes'), assigned('dinsos'), assigned(null)],
  },
  names: new Map([
    ['dinkes', 'Dinas Kesehatan'],
    ['dinsos', 'Dinas Sosial'],
  ]),
  isThere: () => true,
  ...more,
})
const owed = (officeId: string): OwedObligation => ({
  ...{ id: `owed-${officeId}`, officeId, form, period: '2026' },
  dueAt: new Date('2027-04-30T00:00:00Z'),
  extended: true,
  practice: false,
  expectedAt: null,
  begun: true,
})

describe('what a year is owed', () => {
  it('is new where the plan asks for it and it is not there', () => {
    expect(compareObligations(year(), [])).toEqual([
      {
        ...{ id: null, officeId: 'dinkes', office: 'Dinas Kesehatan', form, period: '2026', dueAt },
        ...{ practice: false, rows: 0, expectedAt: null, extended: false, begun: false, state: 'new' },
      },
    ])
  })
  it('exists with its own due date, and is an orphan where nothing asks for it', () => {
    const all = compareObligations(year(), [owed('dinkes'), owed('dinsos')])
    expect(all.map(({ id, state, dueAt }) => [id, state, dueAt.toISOString().slice(0, 10)])).toEqual([
      ['owed-dinkes', 'exists', '2027-04-30'],
      ['owed-dinsos', 'orphan', '2027-04-30'],
    ])
  })
  it('is of the report types that are asked for, and of offices that are there', () => {
    expect(compareObligations(year(), [], ['spm'])).toEqual([])
    expect(compareObligations(year({ isThere: () => false }), [])).toEqual([])
  })
})

describe('an office outside waves', () => {
  it('has something assigned that no wave switches on', () => {
    expect(officesOutsideWaves(year(), 2026)).toEqual([{ id: 'dinsos', name: 'Dinas Sosial', reportTypes: ['sakip'] }])
    expect(officesOutsideWaves(year(), 2026, ['spm'])).toEqual([])
  })
})
