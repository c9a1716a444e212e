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
const obligationsOfPeriods = statement(
  'obligations-of-periods',
  'SELECT office_id AS office, form, period FROM obligation WHERE period = ANY ($1)',
  { office: col.uuid, form: col.text, period: col.text },
)

export const loadNotUsing = async (tx: Queryable, periods: readonly PeriodKey[]): Promise<IsNotUsing> => {
  const waves = await tx.query(planWaves)
  const owing = await tx.query(obligationsOfPeriods, [periods])
  const owes = new Set(owing.map(one => `${one.office} ${one.form} ${one.period}`))
  return (office, form, period) => {
    const type: ReportType = reportTypeOf(form)
    return !owes.has(`${office} ${form} ${period}`) && !waves.some(wave => waveCovers(wave, office, type, period))
  }
}
