import type { ActorId, Anchor, ContributionStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

export interface NewContribution {
  id: string
  submission: string
  anchors: Anchor[]
  office: string | null
  person: string | null
  dueAt: Date
  note: string
  by: ActorId
  at: Date
}

const contributionInsert = statement(
  'contribution-insert',
  `INSERT INTO contribution (id, submission_id, anchors, office_id, person_id, due_at, note, by, at, status_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) ON CONFLICT DO NOTHING RETURNING id`,
  { id: col.uuid },
)

/** False where the id is taken, whosever it is. */
export const insertContribution = async (tx: Queryable, c: NewContribution): Promise<boolean> => {
  const made = await tx.query(contributionInsert, [
    c.id,
    c.submission,
    c.anchors,
    c.office,
    c.person,
    c.dueAt,
    c.note,
    c.by,
    c.at,
  ])
  return made.length === 1
}

const contributionPut = statement(
  'contribution-put',
  `UPDATE contribution SET status = $2, status_at = $3, note = COALESCE($4, note), due_at = COALESCE($5, due_at) WHERE id = $1`,
)

/** A new status; a part that is returned has a new note, and a new date where one is given. */
export const putContribution = async (
  tx: Queryable,
  c: { id: string; status: ContributionStatus; at: Date; note?: string; dueAt?: Date },
): Promise<void> => {
  await tx.query(contributionPut, [c.id, c.status, c.at, c.note ?? null, c.dueAt ?? null])
}
