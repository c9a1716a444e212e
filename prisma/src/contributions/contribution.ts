import type { ActorId, Anchor, ContributionStatus } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { officeName } from '../offices/office-name.ts'

/** A part of a submission that its office handed to a unit below or a person; one of `office` and `person` is null. Instants as text. */
export interface Contribution {
  id: string
  anchors: Anchor[]
  office: string | null
  /** That office and all above it. */
  officePath: string[] | null
  person: string | null
  /** What the unit or the person is called. */
  name: string
  dueAt: string
  status: ContributionStatus
  /** What is asked, or what is to be mended. */
  note: string
  by: ActorId
  at: string
  statusAt: string
}

const toName = `COALESCE((SELECT p.name FROM person p WHERE p.id = c.person_id),
  (SELECT w.name FROM ${officeName('c.office_id')} w))`

/** All of a submission, oldest first, as JSON. SQL for a scalar subquery. */
export const contributionsOf = (submission: string): string => `COALESCE((
  SELECT json_agg(json_build_object('id', c.id, 'anchors', c.anchors, 'office', c.office_id, 'person', c.person_id,
    'officePath', (SELECT u.path FROM office u WHERE u.id = c.office_id), 'name', ${toName}, 'dueAt', c.due_at,
    'status', c.status, 'note', c.note, 'by', c.by, 'at', c.at, 'statusAt', c.status_at) ORDER BY c.id)
  FROM contribution c WHERE c.submission_id = ${submission}), '[]')`

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

/** False where the id is taken, whosever it is. */
export const insertContribution = async (tx: Queryable, c: NewContribution): Promise<boolean> => {
  const made = await tx.query(
    'contribution-insert',
    `INSERT INTO contribution (id, submission_id, anchors, office_id, person_id, due_at, note, by, at, status_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [c.id, c.submission, c.anchors, c.office, c.person, c.dueAt, c.note, c.by, c.at],
  )
  return made.length === 1
}

/** A new status; a part that is returned has a new note, and a new date where one is given. */
export const putContribution = async (
  tx: Queryable,
  c: { id: string; status: ContributionStatus; at: Date; note?: string; dueAt?: Date },
): Promise<void> => {
  await tx.query(
    'contribution-put',
    `UPDATE contribution SET status = $2, status_at = $3, note = COALESCE($4, note), due_at = COALESCE($5, due_at) WHERE id = $1`,
    [c.id, c.status, c.at, c.note ?? null, c.dueAt ?? null],
  )
}
