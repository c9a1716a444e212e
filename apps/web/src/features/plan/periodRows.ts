// Periods edited by day. A deadline is the last minute of its day; an instant whose day is unchanged is kept.

import { dayOf, endOfDay, startOfDay } from '@sepakat/rules/periods/dates.ts'
import {
  isPractice,
  parsePeriod,
  periodEnd,
  periodKey,
  periodStart,
  type Quarter,
} from '@sepakat/rules/periods/period.ts'
import type { Errors } from '#administration/useContractForm.ts'
import { type FormKind, missingPeriods } from '#submissions/missingPeriods.ts'
import type { BodyOf } from '#sync/apiTypes.ts'
import type { Period } from './queries.ts'

/** Days as 2026-03-31; null is one that cannot be parsed yet. */
export interface PeriodRow {
  form: string
  key: string
  opens: string | null
  due: string | null
  closes: string | null
  /** The stored period; absent while it is only proposed. */
  saved?: Period
  /** The year whose dates were copied. */
  copiedFrom?: number
}

export const idOf = ({ form, key }: { form: string; key: string }): string => `${form} ${key}`

export const rowOf = (period: Period, zone: string): PeriodRow => ({
  form: period.form,
  key: period.key,
  opens: dayOf(period.opensAt, zone),
  due: dayOf(period.dueAt, zone),
  closes: dayOf(period.closesAt, zone),
  saved: period,
})

/** The same day some years later; 29 February becomes the 28th in other years. */
export function yearsLater(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years
  const moved = `${year}${day.slice(4)}`
  return day.endsWith('-02-29') && new Date(`${moved}T00:00:00Z`).getUTCMonth() !== 1 ? `${year}-02-28` : moved
}

/** Defaults without an earlier year: a quarter is due on the 20th after it, a year at the end of March after it. */
export function usualDates(key: string): Pick<PeriodRow, 'opens' | 'due' | 'closes'> {
  const { year, quarter, practice } = parsePeriod(key)
  if (!quarter) return { opens: periodStart(key), due: `${year + 1}-03-31`, closes: `${year + 1}-06-30` }
  const after = quarter === 4 ? { year: year + 1, quarter: 1 as Quarter } : { year, quarter: (quarter + 1) as Quarter }
  const next = periodKey({ ...after, practice })
  return { opens: periodStart(key), due: `${periodStart(next).slice(0, 8)}20`, closes: periodEnd(next) }
}

/** What a year lacks, with the dates of the latest earlier year shifted, or the defaults. */
export function proposedPeriods(
  forms: readonly FormKind[],
  periods: readonly Period[],
  year: number,
  zone: string,
): PeriodRow[] {
  return missingPeriods(forms, periods, year).map(({ form, key }) => {
    const { quarter } = parsePeriod(key)
    const earlier = periods
      .filter(one => one.form === form && !isPractice(one.key))
      .map(one => ({ one, at: parsePeriod(one.key) }))
      .filter(({ at }) => at.quarter === quarter && at.year < year)
      .sort((a, b) => b.at.year - a.at.year)[0]
    if (!earlier) return { form, key, ...usualDates(key) }
    const moved = (instant: string) => yearsLater(dayOf(instant, zone), year - earlier.at.year)
    const { opensAt, dueAt, closesAt } = earlier.one
    return {
      form,
      key,
      opens: moved(opensAt),
      due: moved(dueAt),
      closes: moved(closesAt),
      copiedFrom: earlier.at.year,
    }
  })
}

const fields = { opens: 'opensAt', due: 'dueAt', closes: 'closesAt' } as const
export type DateName = keyof typeof fields
export const dateNames = Object.keys(fields) as DateName[]

/** Rows that differ from the stored ones, or are new. */
export const changedRows = (rows: readonly PeriodRow[], zone: string): PeriodRow[] =>
  rows.filter(({ saved, ...row }) => {
    if (!saved) return true
    const before = rowOf(saved, zone)
    return before.opens !== row.opens || before.due !== row.due || before.closes !== row.closes
  })

/** The field name of a date, independent of which rows are sent. */
export const dateField = (row: { form: string; key: string }, name: DateName): string => `${idOf(row)} ${name}`

/** Days that cannot be read, by `dateField`. */
export const unreadDays = (rows: readonly PeriodRow[]): Errors =>
  Object.fromEntries(
    rows.flatMap(row =>
      dateNames.map(name => [dateField(row, name), row[name] ? undefined : 'Tulis tanggal seperti 31-03-2026.']),
    ),
  )

/** The `dateField` of a field as the API names it, by its place among those sent; any other field keeps its name. */
export function dateFieldOf(field: string, { periods }: BodyOf<'PUT /periods'>): string {
  const [list, at, wire] = field.split('.')
  const [row, name] = [periods[Number(at)], dateNames.find(one => fields[one] === wire)]
  return list === 'periods' && row && name ? dateField(row, name) : field
}

/** As the API takes them; what is no day is no instant. */
export const periodsBody = (rows: readonly PeriodRow[], zone: string): BodyOf<'PUT /periods'> => ({
  periods: rows.map(({ form, key, saved, ...row }) => {
    const kept = (name: DateName, made: (day: string, zone: string) => string): string => {
      const before = saved?.[fields[name]]
      const day = row[name] ?? ''
      return before && dayOf(before, zone) === day ? before : day && made(day, zone)
    }
    return {
      form,
      key,
      opensAt: kept('opens', startOfDay),
      dueAt: kept('due', endOfDay),
      closesAt: kept('closes', endOfDay),
    }
  }),
})
