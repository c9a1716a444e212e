import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter } from '../offices/spans.ts'
import { isWorkDay } from './noticeDays.ts'
import { noticesOn } from './noticesOn.ts'
import type { NoticePost, NoticeReport, NoticeRules } from './types.ts'

const rules: NoticeRules = { before: [14, 7, 3, 1], after: [1, 7], every: 7, escalation: 14, digest: true }
const post = (name: string, over: Partial<NoticePost>): NoticePost => ({
  ...{ id: name, person: name, name, role: 'operator', title: '', acting: null },
  ...{ reportTypes: [], region: false, offices: [], ...over },
})
const posts = [
  post('operator', { offices: ['dinas'] }),
  post('kepala', { role: 'head', offices: ['dinas'] }),
  post('verifikator', { role: 'verifier', region: true, reportTypes: ['spm'] }),
  post('penilai', { role: 'evaluator', region: true }),
  post('koordinator', { role: 'coordinator', region: true, reportTypes: ['spm'] }),
]
const report = (over: Partial<NoticeReport> = {}): NoticeReport => ({
  ...{ obligation: 'o', submission: null, office: 'Dinas', officePath: ['dinas'], form: 'spm/triwulan' },
  ...{ reportType: 'spm', period: '2026-TW1', number: 1, status: 'not-begun', due: '2026-04-22', since: null },
  ...{ closes: null, claimedBy: null, ...over },
})
/** The days of 2026 on which someone is told this, each told on every working day before. */
const daysOf = (reports: NoticeReport[], person: string, kind: string, until = '2026-07-01') => {
  const days: string[] = []
  let last = '2026-03-01'
  for (let day = '2026-03-02'; day < until; day = daysAfter(day, 1)) {
    if (!isWorkDay(day)) continue
    const told = noticesOn({ day, last, rules, posts, reports })
    if (told.some(one => one.person === person && one.kind === kind)) days.push(day.slice(5))
    last = day
  }
  return days
}

describe('an office is reminded', () => {
  it('before, on and after the due date, 22 April 2026 (a Wednesday)', () => {
    expect(daysOf([report()], 'operator', 'reminder', '2026-05-22')).toEqual(
      // 14, 7 days before; 3 days before is a Sunday, told on the Friday; the day before; the day; 1, 7, 14, 21, 28 after
      ['04-08', '04-15', '04-17', '04-21', '04-22', '04-23', '04-29', '05-06', '05-13', '05-20'],
    )
  })

  it('on the Friday of what is due on a Sunday, and of its first day of lateness on Monday', () => {
    expect(daysOf([report({ due: '2026-04-26' })], 'operator', 'reminder', '2026-05-01')).toEqual([
      '04-10',
      '04-17',
      '04-23',
      '04-24',
      '04-27',
    ])
  })

  it.each([
    ['was submitted', { status: 'submitted' }],
    ['was approved', { status: 'approved' }],
    ['has no due date', { due: null }],
  ] as const)('not of what %s', (_, over) => {
    expect(daysOf([report(over)], 'operator', 'reminder')).toEqual([])
  })

  it('no longer once the period takes no report', () => {
    expect(daysOf([report({ closes: '2026-04-30' })], 'operator', 'reminder').at(-1)).toBe('04-29')
  })

  it('in one notice, overdue first, with its head where a signature is awaited', () => {
    const reports = [
      report({ obligation: 'b', due: '2026-04-23' }),
      report({ obligation: 'a', due: '2026-04-15', status: 'signing', since: '2026-04-10' }),
      report({ obligation: 'c', due: '2026-05-30' }),
    ]
    const told = noticesOn({ day: '2026-04-22', last: '2026-04-21', rules, posts, reports })
    const lines = told.map(({ person, kind, lines }) => [
      person,
      kind,
      lines.map(({ obligation }) => obligation).join(),
    ])
    expect(lines).toEqual([
      ['operator', 'reminder', 'a,b'],
      ['kepala', 'reminder', 'a'],
    ])
    expect(told[0]?.lines[0]).not.toHaveProperty('officePath')
  })
})

describe('those who review are told each working day', () => {
  const waits = (over: Partial<NoticeReport>) => report({ status: 'submitted', since: '2026-03-02', ...over })
  it('what waits for them, oldest first, and nothing where nothing waits', () => {
    const reports = [
      waits({ obligation: 'new', since: '2026-03-05' }),
      waits({ obligation: 'old' }),
      waits({ obligation: 'mine', status: 'in-review', claimedBy: 'post:verifikator', since: '2026-03-03' }),
      waits({ obligation: 'other', status: 'in-review', claimedBy: 'post:another' }),
      waits({ obligation: 'graded', form: 'sakip/evaluasi', reportType: 'sakip', since: '2026-03-04' }),
      report(),
    ]
    const told = noticesOn({ day: '2026-03-09', last: '2026-03-06', rules, posts, reports })
    expect(told.map(({ person, kind, lines }) => [person, kind, lines.map(it => it.obligation)])).toEqual([
      ['verifikator', 'digest', ['old', 'mine', 'new']],
      ['penilai', 'digest', ['graded']],
    ])
    expect(daysOf([report()], 'verifikator', 'digest')).toEqual([])
    expect(daysOf([waits({})], 'verifikator', 'digest', '2026-03-10')).toHaveLength(6)
  })
})

describe('what is long overdue', () => {
  it('is told once to the head and the coordinator, with all that is as late', () => {
    expect(daysOf([report()], 'kepala', 'escalation')).toEqual(['05-06'])
    expect(daysOf([report()], 'koordinator', 'escalation')).toEqual(['05-06'])
    expect(daysOf([report({ closes: '2026-05-05' })], 'kepala', 'escalation')).toEqual([])
    const reports = [report({ obligation: 'b' }), report({ obligation: 'a', due: '2026-04-01' })]
    const told = noticesOn({ day: '2026-05-06', last: '2026-05-05', rules, posts, reports })
    expect(told.find(({ person }) => person === 'koordinator')?.lines.map(it => it.obligation)).toEqual(['a', 'b'])
  })
})

const anyDay = fc.integer({ min: 0, max: 400 }).map(days => daysAfter('2026-01-01', days))
const anyReport = fc
  .record({
    due: fc.option(anyDay),
    status: fc.constantFrom('not-begun', 'draft', 'signing', 'returned', 'submitted', 'in-review', 'approved'),
    since: fc.option(anyDay),
  })
  .map(over => report(over as Partial<NoticeReport>))

describe('whatever is owed', () => {
  it('a person is told once of each kind, of no report twice, and never on a weekend', () => {
    fc.assert(
      fc.property(
        fc.array(anyReport, { maxLength: 12 }),
        anyDay,
        fc.integer({ min: 1, max: 30 }),
        (reports, day, gap) => {
          const told = noticesOn({ day, last: daysAfter(day, -gap), rules, posts, reports })
          const keys = told.map(({ person, kind }) => `${person} ${kind}`)
          expect(new Set(keys).size).toBe(keys.length)
          for (const { lines } of told) expect(lines.length).toBeGreaterThan(0)
          if (!isWorkDay(day)) expect(told).toEqual([])
        },
      ),
    )
  })

  it('days that were missed are made up for: those who were to be told then are told on the first day after', () => {
    fc.assert(
      fc.property(anyReport, anyDay, fc.integer({ min: 1, max: 20 }), (one, first, missed) => {
        if (!isWorkDay(first)) return
        const resumes = [...Array(8).keys()].map(n => daysAfter(first, missed + n)).find(isWorkDay)!
        const ask = { rules: { ...rules, digest: false, escalation: 0 }, posts, reports: [one] }
        const wanted: string[] = []
        let last = first
        for (let day = daysAfter(first, 1); day <= resumes; day = daysAfter(day, 1)) {
          if (!isWorkDay(day)) continue
          wanted.push(...noticesOn({ ...ask, day, last }).map(({ person }) => person))
          last = day
        }
        const told = noticesOn({ ...ask, day: resumes, last: first }).map(({ person }) => person)
        expect(new Set(told)).toEqual(new Set(wanted))
      }),
      { numRuns: 500 },
    )
  })
})
