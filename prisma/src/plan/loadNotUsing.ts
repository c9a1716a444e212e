import {
  type FormId,
  type PeriodKey,
  type PlannedWave,
  type ReportType,
  reportTypeOf,
  waveCovers,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** Says of an office whether it cannot file yet: no wave has switched it on for the form and period, and it has no obligation. */
export type IsNotUsing = (office: string, form: FormId, period: PeriodKey) => boolean

// By SQL, like the statements below: each recap reads it.
const planWaves = statement(
  'plan-waves',
  `SELECT from_period AS "fromPeriod", office_ids::text[] AS "officeIds", report_types AS "reportTypes" FROM wave`,
  rowOf<PlannedWave>({
    fromPeriod: col.text,
    officeIds: col.texts.notNull('of NOT NULL columns'),
    reportTypes: col.texts.notNull('a list is never written as null'),
  }),
)
// One row for a form and period: of a region's thousands of obligations Node would read each.
const owingOffices = statement(
  'owing-offices',
  `SELECT form, period, string_agg(office_id::text, ' ') AS offices FROM obligation
   WHERE form = ANY ($1) AND period = ANY ($2) GROUP BY form, period`,
  { form: col.text, period: col.text, offices: col.text.notNull('of at least one') },
)

/** Of these forms in these periods. */
export const loadNotUsing = async (
  tx: Queryable,
  { forms, periods }: { forms: readonly FormId[]; periods: readonly PeriodKey[] },
): Promise<IsNotUsing> => {
  const [waves, owing] = await Promise.all([tx.query(planWaves), tx.query(owingOffices, [forms, periods])])
  const owes = Map.groupBy(owing, ({ form }) => form)
  const owners = new Map(
    [...owes].map(([form, own]) => [form, new Map(own.map(one => [one.period, new Set(one.offices.split(' '))]))]),
  )
  return (office, form, period) => {
    if (owners.get(form)?.get(period)?.has(office)) return false
    const type: ReportType = reportTypeOf(form)
    return !waves.some(wave => waveCovers(wave, office, type, period))
  }
}
