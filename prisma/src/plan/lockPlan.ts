import type { Queryable } from '../database.ts'
import { statement } from '../statement.ts'

const planLock = statement('plan-lock', `SELECT pg_advisory_xact_lock(hashtext('plan'))`)

/** Obligations are made and periods removed one after the other: else one could be made for a period that is going. */
export const lockPlan = async (tx: Queryable): Promise<void> => {
  await tx.query(planLock)
}
