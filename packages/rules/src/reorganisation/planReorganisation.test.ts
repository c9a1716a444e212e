import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodYear } from '../periods/period.ts'
import { planReorganisation } from './planReorganisation.ts'
import {
  type Belongings,
  choiceOf,
  type OwnReport,
  type Reorganisation,
  type ReorganisationPlan,
} from './reorganisation.ts'

const report = (form: string, period: string, over: Partial<OwnReport> = {}): OwnReport => ({
  id: `${form} ${period}`,
  form: form as OwnReport['form'],
  period,
  begun: false,
  frozen: false,
  ...over,
})
const draft = { begun: true }
const filed = { begun: true, frozen: true }
const nothing: Belongings = {
  reports: [],
  assignments: [],
  owed: [],
  begins: {},
  posts: [],
  keys: [],
  contributions: [],
  units: [],
}
const merge: Reorganisation = { office: 'a', successors: ['b'], date: '2027-01-01', choices: {} }
const split: Reorganisation = { ...merge, successors: ['b', 'c'], choices: { 'row spm/triwulan two': 'c' } }
const rows = ['one', 'two'].map(row => ({
  id: row,
  form: 'spm/triwulan' as const,
  row,
  fromYear: 2024,
  toYear: null,
}))
const outcomes = ({ reports }: ReorganisationPlan) => Object.fromEntries(reports.map(r => [r.id, r.outcome]))

describe('an office that is merged', () => {
  it('finishes the year it has reported on, and passes on later years with their rows', () => {
    const reports = [report('spm/triwulan', '2026-TW3', filed), report('spm/triwulan', '2026-TW4', draft)]
    const plan = planReorganisation(
      { ...nothing, assignments: rows, reports: [...reports, report('spm/triwulan', '2027-TW1')] },
      merge,
    )
    expect(outcomes(plan)).toEqual({
      'spm/triwulan 2026-TW3': { stays: 'submitted' },
      'spm/triwulan 2026-TW4': { stays: 'submitted' },
      'spm/triwulan 2027-TW1': { to: 'b', also: [] },
    })
    expect(plan.assignments.map(({ to, from }) => [to, from])).toEqual([
      ['b', 2027],
      ['b', 2027],
    ])
    expect(plan.ends).toBe(true)
  })
  it('passes on a draft where nothing of its report type and year was submitted', () => {
    const reports = [report('lkpj/tahunan', '2026', draft)]
    expect(outcomes(planReorganisation({ ...nothing, reports }, merge))['lkpj/tahunan 2026']).toEqual({
      to: 'b',
      also: [],
    })
  })
  it('lets each finish what both owe, and drops obligations without a report that the other owes', () => {
    const owed = ['2026', '2027'].map(period => ({
      office: 'b',
      form: 'lkpj/tahunan' as const,
      period,
      frozen: false,
    }))
    const reports = [report('lkpj/tahunan', '2026', draft), report('lkpj/tahunan', '2027')]
    expect(outcomes(planReorganisation({ ...nothing, owed, reports }, merge))).toEqual({
      'lkpj/tahunan 2026': { stays: 'both-owe' },
      'lkpj/tahunan 2027': { covered: ['b'] },
    })
  })
  it('keeps an obligation without a report where the other has submitted the same period without its rows', () => {
    const owed = [
      { office: 'b', form: 'spm/triwulan' as const, period: '2027-TW1', frozen: true },
      { office: 'b', form: 'spm/triwulan' as const, period: '2027-TW2', frozen: false },
    ]
    const reports = [report('spm/triwulan', '2027-TW1'), report('spm/triwulan', '2027-TW2')]
    const plan = planReorganisation({ ...nothing, assignments: rows, owed, reports }, { ...merge, date: '2027-07-01' })
    expect(outcomes(plan)).toEqual({
      'spm/triwulan 2027-TW1': { stays: 'both-owe' },
      'spm/triwulan 2027-TW2': { stays: 'both-owe' },
    })
    expect(plan.assignments[0]?.from).toBe(2028)
  })
  it('ignores practice, which stays where it is or follows its year without a report', () => {
    const reports = [
      report('spm/triwulan', '2027-TW1-latihan', filed),
      report('spm/triwulan', '2027-TW2-latihan', draft),
      report('spm/triwulan', '2027-TW3-latihan'),
      report('spm/triwulan', '2027-TW1'),
    ]
    const plan = planReorganisation({ ...nothing, assignments: rows, reports }, merge)
    expect(outcomes(plan)).toEqual({
      'spm/triwulan 2027-TW1-latihan': { stays: 'practice' },
      'spm/triwulan 2027-TW2-latihan': { stays: 'practice' },
      'spm/triwulan 2027-TW3-latihan': { to: 'b', also: [] },
      'spm/triwulan 2027-TW1': { to: 'b', also: [] },
    })
    expect(plan.assignments[0]?.from).toBe(2027)
  })
  it('keeps what was over before its successor started', () => {
    const reports = [report('spm/triwulan', '2026-TW1'), report('spm/triwulan', '2027-TW1')]
    const plan = planReorganisation({ ...nothing, assignments: rows, reports, begins: { b: '2027-01-01' } }, merge)
    expect(outcomes(plan)).toEqual({
      'spm/triwulan 2026-TW1': { stays: 'before' },
      'spm/triwulan 2027-TW1': { to: 'b', also: [] },
    })
    expect(plan.assignments[0]?.from).toBe(2027)
  })
  it('moves rows in the middle of a year from the next one on, unless all of the year moves', () => {
    const midyear = { ...merge, date: '2026-07-01' }
    const of = (over: Partial<OwnReport>) =>
      planReorganisation(
        { ...nothing, assignments: rows, reports: [report('spm/triwulan', '2026-TW1', over)] },
        midyear,
      )
    expect(of(filed).assignments[0]?.from).toBe(2027)
    expect(of(draft).assignments[0]?.from).toBe(2026)
  })
})

describe('an office that is split', () => {
  it('gives each row to its chosen successor, and all who take rows owe the report', () => {
    const plan = planReorganisation(
      { ...nothing, assignments: rows, reports: [report('spm/triwulan', '2027-TW1')], posts: ['p', 'q'], keys: ['k'] },
      { ...split, choices: { ...split.choices, [choiceOf('post', 'q')]: 'c' } },
    )
    expect(outcomes(plan)['spm/triwulan 2027-TW1']).toEqual({ to: 'b', also: ['c'] })
    expect(plan.assignments.map(({ row, to }) => [row, to])).toEqual([
      ['one', 'b'],
      ['two', 'c'],
    ])
    expect([plan.posts, plan.keys]).toEqual([
      [
        { id: 'p', to: 'b' },
        { id: 'q', to: 'c' },
      ],
      [{ id: 'k', to: 'b' }],
    ])
  })
  it('finishes a draft itself when its rows go to several', () => {
    const reports = [report('spm/triwulan', '2027-TW1', draft)]
    const plan = planReorganisation({ ...nothing, assignments: rows, reports }, split)
    expect(outcomes(plan)['spm/triwulan 2027-TW1']).toEqual({ stays: 'several' })
    expect(plan.assignments[0]?.from).toBe(2028)
  })
  it('keeps the rest where it continues itself', () => {
    const reports = [report('spm/triwulan', '2027-TW1')]
    const plan = planReorganisation(
      { ...nothing, assignments: rows, reports, posts: ['p'] },
      { ...split, successors: ['a', 'c'] },
    )
    expect(plan).toMatchObject({ ends: false, posts: [], assignments: [{ row: 'two', to: 'c' }] })
    expect(outcomes(plan)['spm/triwulan 2027-TW1']).toEqual({ to: 'a', also: ['c'] })
  })
})

const forms = ['spm/triwulan', 'sakip/indikator', 'sakip/lkjip'] as const
const years = [2025, 2026, 2027]
const successor = fc.constantFrom('b', 'c')
const world = fc.record({
  reports: fc.uniqueArray(
    fc
      .record({
        form: fc.constantFrom(...forms),
        year: fc.constantFrom(...years),
        state: fc.constantFrom({}, draft, filed),
      })
      .map(({ form, year, state }) => report(form, form === 'spm/triwulan' ? `${year}-TW1` : String(year), state)),
    { selector: ({ id }) => id },
  ),
  assignments: fc.uniqueArray(
    fc.record({
      form: fc.constantFrom(...forms),
      row: fc.constantFrom('one', 'two', '*'),
      fromYear: fc.constantFrom(2024, 2026),
      toYear: fc.constantFrom(null, 2026, 2027),
    }),
    { selector: ({ form, row }) => `${form} ${row}` },
  ),
  owed: fc.uniqueArray(
    fc
      .record({
        office: successor,
        form: fc.constantFrom(...forms),
        year: fc.constantFrom(...years),
        frozen: fc.boolean(),
      })
      .map(({ year, ...o }) => ({ ...o, period: o.form === 'spm/triwulan' ? `${year}-TW1` : String(year) })),
    { selector: ({ office, form, period }) => `${office} ${form} ${period}` },
  ),
})
const wishes = fc.record({
  successors: fc.constantFrom<[string, ...string[]]>(['b'], ['b', 'c'], ['a', 'c']),
  date: fc.constantFrom('2026-07-01', '2027-01-01'),
  chosen: fc.array(fc.constantFrom(...forms.flatMap(form => ['one', 'two', '*'].map(row => `row ${form} ${row}`)))),
})

describe('whatever an office has', () => {
  it('nothing that was submitted moves, nothing open is lost, and every report keeps its rows', () => {
    fc.assert(
      fc.property(world, wishes, ({ assignments, ...some }, { successors, date, chosen }) => {
        const has: Belongings = {
          ...nothing,
          ...some,
          assignments: assignments.map(a => ({ ...a, id: `${a.form} ${a.row}` })),
        }
        const choices = successors.length > 1 ? Object.fromEntries(chosen.map(key => [key, 'c'])) : {}
        const plan = planReorganisation(has, { office: 'a', successors, date, choices })
        expect(plan.reports.map(({ id }) => id)).toEqual(has.reports.map(({ id }) => id))
        /** The owners of the rows of a form in a year, afterwards. */
        const owners = (form: string, year: number): string[] =>
          has.assignments
            .filter(a => a.form === form && a.fromYear <= year && (a.toYear ?? year) >= year)
            .map(a => {
              const moved = plan.assignments.find(({ id }) => id === a.id)
              return moved && moved.from <= year ? moved.to : 'a'
            })
        for (const { form, period, begun, frozen, outcome } of plan.reports) {
          const year = periodYear(period)
          const owedBy = (office: string) =>
            has.owed.some(o => o.office === office && o.form === form && o.period === period && !o.frozen)
          if (frozen) expect(outcome).toHaveProperty('stays')
          if ('stays' in outcome) expect(owners(form, year).every(owner => owner === 'a')).toBe(true)
          else if ('covered' in outcome) {
            expect(begun).toBe(false)
            expect(outcome.covered.every(owedBy)).toBe(true)
          } else {
            const holders = [outcome.to, ...outcome.also]
            expect(new Set(holders).size).toBe(holders.length)
            expect(holders.some(owedBy)).toBe(false)
            for (const owner of owners(form, year)) expect(holders.includes(owner) || owedBy(owner)).toBe(true)
            if (begun) expect(new Set([...owners(form, year), ...holders]).size).toBe(1)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})
