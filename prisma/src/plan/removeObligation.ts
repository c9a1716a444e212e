import type { FormId, PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

interface LockedObligation {
  officeId: string
  form: FormId
  period: PeriodKey
  begun: boolean
}

const obligationLock = statement(
  'obligation-lock',
  `SELECT office_id AS "officeId", form, period, status <> 'not-begun' AS begun FROM obligation WHERE id = $1 FOR UPDATE`,
  rowOf<LockedObligation>({
    officeId: col.uuid,
    form: col.text,
    period: col.text,
    begun: col.bool.notNull('of NOT NULL columns'),
  }),
)

/** To the end of the transaction: a report that begins at the same moment is waited for. Null where there is no such obligation. */
export const lockObligation = async (tx: Queryable, id: string): Promise<LockedObligation | null> =>
  (await tx.query(obligationLock, [id]))[0] ?? null

export const removeObligation = async (tx: Queryable, id: string): Promise<void> => {
  await tx.prisma.obligation.deleteMany({ where: { id } })
}
