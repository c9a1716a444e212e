import type { FormId } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

interface Extendable {
  officePath: string[]
  form: FormId
  /** The deadline that holds now. */
  dueAt: Date
}

const obligationToExtend = statement(
  'obligation-to-extend',
  `SELECT o.path::text[] AS "officePath", b.form, COALESCE(b.extended_to, b.due_at) AS "dueAt"
   FROM obligation b JOIN office o ON o.id = b.office_id WHERE b.id = $1 FOR NO KEY UPDATE OF b`,
  rowOf<Extendable>({
    officePath: col.texts.notNull('of NOT NULL columns'),
    form: col.text,
    dueAt: col.timestamptz.notNull('coalesced'),
  }),
)

/** Locked, to the end of the transaction. Null where there is no such obligation. */
export const lockToExtend = async (tx: Queryable, id: string): Promise<Extendable | null> =>
  (await tx.query(obligationToExtend, [id]))[0] ?? null

/** Moves one due date. Its submission, where there is one, follows. */
export const extendObligation = async (tx: Queryable, id: string, dueAt: Date): Promise<void> => {
  await tx.prisma.obligation.update({ where: { id }, data: { extendedTo: dueAt }, select: { id: true } })
  await tx.prisma.submission.updateMany({ where: { id }, data: { dueAt } })
}
