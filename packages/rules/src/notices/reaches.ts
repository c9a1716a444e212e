import { daysAfter } from '../offices/spans.ts'
import { daysBetween, lastBeforeWork } from './noticeDays.ts'
import type { NoticeRules } from './types.ts'

/** Since the last day on which people were told (not included) until today. */
export interface NoticeSpan {
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
export const reaches = (due: string, { last, day }: NoticeSpan, rules: NoticeRules): boolean =>
  due >= day
    ? [0, ...rules.before].some(days => {
        const mark = daysAfter(due, -days)
        return lastBeforeWork(last) < mark && mark <= lastBeforeWork(day)
      })
    : hasAfterMark(rules, daysBetween(due, last) + 1, daysBetween(due, day)) ||
      // on its day no reminder was written
      due > lastBeforeWork(last)

/** Whether today is the day on which what is due is told to those above, or the first after it. */
export const escalates = (due: string, { last, day }: NoticeSpan, { escalation }: NoticeRules): boolean => {
  const mark = daysAfter(due, escalation)
  return escalation > 0 && last < mark && mark <= day
}
