import type { ReportType } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { compareObligations } from './load-plan.ts'
import { lockPlan } from './lock-plan.ts'

/** Makes what the plan asks for and is not there yet, of some report types or (none named) of all; what stands is never changed. */
export const generateObligations = async (
  tx: Queryable,
  year: number,
  reportTypes: readonly ReportType[] = [],
): Promise<{ added: { id: string; officeId: string; form: string; period: string }[]; existing: number }> => {
  await lockPlan(tx)
  const compared = await compareObligations(tx, year, reportTypes)
  const fresh = compared.filter(o => o.state === 'new').map(o => ({ ...o, id: v7() }))
  await tx.query(
    'obligations-insert',
    `INSERT INTO obligation (id, office_id, form, period, due_at, practice)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::boolean[])
     ON CONFLICT (office_id, form, period) DO NOTHING`,
    [
      fresh.map(o => o.id),
      fresh.map(o => o.officeId),
      fresh.map(o => o.form),
      fresh.map(o => o.period),
      fresh.map(o => o.dueAt),
      fresh.map(o => o.practice),
    ],
  )
  return { added: fresh, existing: compared.filter(o => o.state === 'exists').length }
}
