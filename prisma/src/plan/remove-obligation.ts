import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export interface RemovedObligation {
  officeId: string
  form: FormId
  period: PeriodKey
  /** Its report is begun: nothing was removed. */
  begun: boolean
}

/** Removes what nobody began; a report that begins at the same moment is waited for. Null where there is no such obligation. */
export const removeObligation = async (tx: Queryable, id: string): Promise<RemovedObligation | null> => {
  const [found] = await tx.query<RemovedObligation>(
    'obligation-lock',
    `SELECT office_id AS "officeId", form, period, status <> 'not-begun' AS begun FROM obligation WHERE id = $1 FOR UPDATE`,
    [id],
  )
  if (found === undefined) return null
  if (!found.begun) await tx.query('obligation-remove', `DELETE FROM obligation WHERE id = $1`, [id])
  return found
}
