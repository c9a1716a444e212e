import { kinds } from '../kinds/index.ts'
import { daysAfter } from '../offices/spans.ts'
import { isToDo } from '../workflow/statuses.ts'
import { daysBetween, isWorkDay, lastBeforeWork } from './noticeDays.ts'
import type { NoticeKind } from './noticeKinds.ts'
import { holdersOf, responsibleFor } from './responsibleFor.ts'
import type { NoticeLine, NoticePost, NoticeReport, NoticeRules } from './types.ts'

/** Since the last day on which people were told (not included) until today. */
interface NoticeSpan {
  last: string
  day: string
}

/** Whether a number of days after the due date is one on which an office is reminded. */
const isAfterMark = ({ after, every }: NoticeRules, days: number): boolean => {
  const last = Math.max(0, ...after)
  return after.includes(days) || (every > 0 && days > last && (days - last) % every === 0)
}

/** Whether one of the days after the due date, from the first to the last of these, is such a day. */
const hasAfterMark = (rules: NoticeRules, first: number, last: number): boolean => {
  for (let days = Math.max(1, first); days <= last; days += 1) if (isAfterMark(rules, days)) return true
  return false
}

/**
 * Whether an office is to be reminded today of what is due on a day. A day that falls on a weekend is told before it where the due
 * date is still to come, after it where it is over; one that was missed counts today, in the words of today.
 */
const reaches = (due: string, { last, day }: NoticeSpan, rules: NoticeRules): boolean =>
  due >= day
    ? [0, ...rules.before].some(days => {
        const mark = daysAfter(due, -days)
        return lastBeforeWork(last) < mark && mark <= lastBeforeWork(day)
      })
    : hasAfterMark(rules, daysBetween(due, last) + 1, daysBetween(due, day)) ||
      // on its day no reminder was written
      due > lastBeforeWork(last)

/** Whether today is the day on which what is due is told to those above, or the first after it. */
const escalates = (due: string, { last, day }: NoticeSpan, { escalation }: NoticeRules): boolean => {
  const mark = daysAfter(due, escalation)
  return escalation > 0 && last < mark && mark <= day
}

/** What a person is told on a day: one for each kind, all reports in it. */
export interface DueNotice {
  person: string
  kind: NoticeKind
  lines: NoticeLine[]
}

interface Ask extends NoticeSpan {
  rules: NoticeRules
  /** Posts in force today. */
  posts: readonly NoticePost[]
  reports: readonly NoticeReport[]
}

const order = (a: string | null, b: string | null): number =>
  Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? '')
const byDue = (a: NoticeLine, b: NoticeLine): number => order(a.due, b.due)
const bySince = (a: NoticeLine, b: NoticeLine): number => order(a.since, b.since)

const isOf = ({ reportTypes, region, offices }: NoticePost, { reportType, officePath }: NoticeReport): boolean =>
  (reportTypes.length === 0 || reportTypes.includes(reportType)) &&
  (region || officePath.some(office => offices.includes(office)))

/** The report without what only decides who is told. */
const lineOf = ({ officePath: _, reportType: __, closes: ___, claimedBy: ____, ...line }: NoticeReport): NoticeLine =>
  line

type Told = readonly [person: string, report: NoticeReport]

const gathered = (kind: NoticeKind, told: readonly Told[], inOrder: typeof byDue): DueNotice[] =>
  [...Map.groupBy(told, ([person]) => person)].map(([person, own]) => ({
    person,
    kind,
    lines: [...new Set(own.map(([, report]) => report))].toSorted(inOrder).map(lineOf),
  }))

/** Whether its office can still send it: no person is told to do what the system would refuse. */
const isTaken = ({ closes }: NoticeReport, day: string): boolean => closes === null || closes >= day

/** Those who answer for what their office owes, overdue first. */
const reminders = ({ rules, posts, reports, ...span }: Ask): DueNotice[] => {
  const due = reports.filter(
    report =>
      isToDo(report.status) && report.due !== null && isTaken(report, span.day) && reaches(report.due, span, rules),
  )
  const told = due.flatMap(report => responsibleFor(report, posts).map(({ person }): Told => [person, report]))
  return gathered('reminder', told, byDue)
}

/** Of what is long overdue, the head of its office and those who run its report type; on a day on which it becomes so, all of it. */
const escalations = ({ rules, posts, reports, ...span }: Ask): DueNotice[] => {
  const long = reports.filter(
    report =>
      rules.escalation > 0 &&
      isToDo(report.status) &&
      isTaken(report, span.day) &&
      report.due !== null &&
      daysBetween(report.due, span.day) >= rules.escalation,
  )
  const told = long.flatMap(report =>
    [
      ...holdersOf('head', report, posts),
      ...posts.filter(post => post.role === 'coordinator' && isOf(post, report)),
    ].map(({ person }): Told => [person, report]),
  )
  const isNew = ({ due }: NoticeLine) => due !== null && escalates(due, span, rules)
  return gathered('escalation', told, byDue).filter(({ lines }) => lines.some(isNew))
}

/** Whether a report waits for the holder of a post to review it: it is not claimed by another. */
const waitsFor = (post: NoticePost, report: NoticeReport): boolean =>
  !isToDo(report.status) &&
  report.status !== 'approved' &&
  kinds[report.form]?.reviewer === post.role &&
  isOf(post, report) &&
  (report.claimedBy === null || report.claimedBy === `post:${post.id}`)

/** What waits to be reviewed, oldest first. */
const digests = ({ rules, posts, reports }: Ask): DueNotice[] => {
  const told = posts.flatMap(post =>
    reports.filter(report => waitsFor(post, report)).map((report): Told => [post.person, report]),
  )
  return rules.digest ? gathered('digest', told, bySince) : []
}

/** What people are told on a day, by the calendar: nothing on a weekend. Each person is told once of each kind. */
export const noticesOn = (ask: Ask): DueNotice[] =>
  isWorkDay(ask.day) ? [...reminders(ask), ...digests(ask), ...escalations(ask)] : []
