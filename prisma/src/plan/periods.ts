import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export interface PeriodRow {
  form: FormId
  key: PeriodKey
  opensAt: Date
  dueAt: Date
  closesAt: Date
}

export const listPeriods = (
  tx: Queryable,
  { year, form }: { year?: number | undefined; form?: string | undefined },
): Promise<PeriodRow[]> =>
  tx.query<PeriodRow>(
    'periods-list',
    `SELECT form, key, opens_at AS "opensAt", due_at AS "dueAt", closes_at AS "closesAt" FROM period
     WHERE ($1::text IS NULL OR key LIKE $1 || '%') AND ($2::text IS NULL OR form = $2) ORDER BY key, form`,
    [year === undefined ? null : String(year), form ?? null],
  )

/** Makes or changes periods. What is owed for them keeps its deadline: `putDue` moves those. */
export const putPeriods = async (tx: Queryable, periods: PeriodRow[]): Promise<void> => {
  const columns = [
    periods.map(p => p.form),
    periods.map(p => p.key),
    periods.map(p => p.opensAt),
    periods.map(p => p.dueAt),
    periods.map(p => p.closesAt),
  ]
  await tx.query(
    'periods-put',
    `INSERT INTO period (form, key, opens_at, due_at, closes_at)
     SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
     ON CONFLICT (form, key) DO UPDATE SET opens_at = excluded.opens_at, due_at = excluded.due_at, closes_at = excluded.closes_at`,
    columns,
  )
}

/** Whether any obligation is for a period; null where there is no such period. */
export const periodIsOwed = async (
  tx: Queryable,
  { form, key }: Pick<PeriodRow, 'form' | 'key'>,
): Promise<boolean | null> => {
  const [found] = await tx.query<{ used: boolean }>(
    'period-used',
    `SELECT EXISTS (SELECT 1 FROM obligation o WHERE o.form = p.form AND o.period = p.key) AS used
     FROM period p WHERE p.form = $1 AND p.key = $2`,
    [form, key],
  )
  return found?.used ?? null
}

export const removePeriod = async (tx: Queryable, { form, key }: Pick<PeriodRow, 'form' | 'key'>): Promise<void> => {
  await tx.query('period-remove', `DELETE FROM period WHERE form = $1 AND key = $2`, [form, key])
}
