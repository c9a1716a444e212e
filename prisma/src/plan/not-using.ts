import {
  type FormId,
  type PeriodKey,
  type PlannedWave,
  type ReportType,
  reportTypeOf,
  waveCovers,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** Says of an office whether it cannot file yet: no wave has switched it on for the form and period, and it has no obligation. */
export type IsNotUsing = (office: string, form: FormId, period: PeriodKey) => boolean

export const loadNotUsing = async (tx: Queryable, periods: readonly PeriodKey[]): Promise<IsNotUsing> => {
  const waves = await tx.query<PlannedWave>(
    'plan-waves',
    `SELECT from_period AS "fromPeriod", office_ids::text[] AS "officeIds", report_types AS "reportTypes" FROM wave`,
  )
  const owing = await tx.query<{ office: string; form: string; period: string }>(
    'obligations-of-periods',
    'SELECT office_id AS office, form, period FROM obligation WHERE period = ANY ($1)',
    [periods],
  )
  const owes = new Set(owing.map(one => `${one.office} ${one.form} ${one.period}`))
  return (office, form, period) => {
    const type: ReportType = reportTypeOf(form)
    return !owes.has(`${office} ${form} ${period}`) && !waves.some(wave => waveCovers(wave, office, type, period))
  }
}
