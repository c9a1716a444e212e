import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

export interface ExtendedObligation {
  officeId: string
  officePath: string[]
  form: string
  period: string
  /** The deadline that held until now. */
  dueAt: Date
}

const obligationExtend = statement(
  'obligation-extend',
  `WITH before AS (SELECT id, COALESCE(extended_to, due_at) AS due FROM obligation WHERE id = $1 FOR NO KEY UPDATE)
   UPDATE obligation b SET extended_to = $2 FROM office o, before WHERE b.id = before.id AND o.id = b.office_id
   RETURNING b.office_id AS "officeId", o.path::text[] AS "officePath", b.form, b.period, before.due AS "dueAt"`,
  rowOf<ExtendedObligation>({
    officeId: col.uuid,
    officePath: col.texts.notNull('of NOT NULL columns'),
    form: col.text,
    period: col.text,
    dueAt: col.timestamptz.notNull('coalesced'),
  }),
)
const submissionExtend = statement('submission-extend', `UPDATE submission SET due_at = $2 WHERE id = $1`)

/** Moves one due date. Its submission, where there is one, follows; null where there is no such obligation. */
export const extendObligation = async (tx: Queryable, id: string, dueAt: Date): Promise<ExtendedObligation | null> => {
  const [obligation] = await tx.query(obligationExtend, [id, dueAt])
  if (obligation === undefined) return null
  await tx.query(submissionExtend, [id, dueAt])
  return obligation
}
