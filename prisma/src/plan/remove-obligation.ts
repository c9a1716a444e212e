import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

interface LockedObligation {
  officeId: string
  form: FormId
  period: PeriodKey
  begun: boolean
}

/** To the end of the transaction: a report that begins at the same moment is waited for. Null where there is no such obligation. */
export const lockObligation = async (tx: Queryable, id: string): Promise<LockedObligation | null> =>
  (
    await tx.query<LockedObligation>(
      'obligation-lock',
      `SELECT office_id AS "officeId", form, period, status <> 'not-begun' AS begun FROM obligation WHERE id = $1 FOR UPDATE`,
      [id],
    )
  )[0] ?? null

export const removeObligation = async (tx: Queryable, id: string): Promise<void> => {
  await tx.query('obligation-remove', `DELETE FROM obligation WHERE id = $1`, [id])
}
