import { type FormId, kinds, type PeriodKey, parsePeriod, periodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { memory } from '../forms/memory.ts'
import { col, statement } from '../statement.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'

/** No form reads another of longer ago than so many years; a test looks at all. */
export const yearsBack = 4
const quarters = [1, 2, 3, 4] as const
const lastYear = 9999

interface Reading {
  form: FormId
  period: PeriodKey
  /** Whether it reads that of any office, not of its own alone. */
  region: boolean
}

const known = memory<Reading[]>(500)

/** The forms and periods that read a form of a period: later quarters, later years, forms chained to it. */
export const readingOf = (form: FormId, period: PeriodKey): Reading[] => {
  const key = `${form} ${period}`
  return known.get(key) ?? known.set(key, findReading(form, period))
}

const findReading = (form: FormId, period: PeriodKey): Reading[] => {
  const { year: from, practice } = parsePeriod(period)
  const years = Array.from({ length: yearsBack + 1 }, (_, n) => from + n).filter(year => year <= lastYear)
  return Object.values(kinds).flatMap(kind => {
    const periods = years.flatMap(year =>
      (kind.period === 'year' ? [null] : quarters).map(quarter => periodKey({ year, quarter, practice })),
    )
    return periods.flatMap(at => {
      const read = Object.values(kind.sources(at)).filter(source => source.form === form && source.period === period)
      return read.length === 0 ? [] : [{ form: kind.form, period: at, region: read.some(({ of }) => of === 'region') }]
    })
  })
}

/** As JSON, and own and regional ones apart: so it is planned once, and an office's own are found by its index. */
const recheckReaders = statement(
  'recheck-readers',
  `SELECT s.id FROM jsonb_to_recordset($1::jsonb) AS k(form text, period text, region boolean)
   CROSS JOIN LATERAL (
     SELECT s.id, s.origin, s.status FROM submission s
     WHERE NOT k.region AND s.office_id = $2 AND s.form = k.form AND s.period = k.period
     UNION ALL
     SELECT s.id, s.origin, s.status FROM submission s WHERE k.region AND s.form = k.form AND s.period = k.period
   ) s
   WHERE s.origin = 'filed' AND s.status IN ('signing', 'submitted', 'in-review', 'second-review', 'approved')`,
  { id: col.uuid.notNull('of NOT NULL columns') },
)

/** Submissions that were submitted, and whose form reads this one's of this period: later quarters, forms chained to it. */
export const readersOf = async (
  tx: Queryable,
  { form, period, officeId }: Pick<SubmissionRecord, 'form' | 'period' | 'officeId'>,
): Promise<string[]> => {
  const reading = readingOf(form, period)
  if (reading.length === 0) return []
  const readers = await tx.query(recheckReaders, [JSON.stringify(reading), officeId])
  return readers.map(({ id }) => id)
}
