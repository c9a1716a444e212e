import type { Queryable } from '../database.ts'

/** Obligations are made and periods removed one after the other: else one could be made for a period that is going. */
export const lockPlan = async (tx: Queryable): Promise<void> => {
  await tx.query('plan-lock', `SELECT pg_advisory_xact_lock(hashtext('plan'))`)
}
