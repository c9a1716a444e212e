import type { NewAttachment } from '../attachments/attachments.ts'
import type { Queryable } from '../database.ts'
import type { Bound } from '../history/bound/bind.ts'
import { boundKind } from '../history/bound/boundKinds.ts'
import { type BoundColumns, boundColumns, recorded } from '../history/bound/readBound.ts'
import { col, statement } from '../statement.ts'
import { type ActorRow, actorRow } from './actorNames.ts'

const attachmentInsert = statement(
  'attachment-insert',
  `WITH made AS (
     INSERT INTO attachment (id, submission_id, anchor, title, number, date, page, file_name, media, bytes, sha256, warnings, replaces, by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING RETURNING *
   ), counted AS (
     INSERT INTO attached_day AS d (person_id, day, bytes) SELECT $16, $17, bytes FROM made
     ON CONFLICT (person_id, day) DO UPDATE SET bytes = d.bytes + excluded.bytes
   )
   SELECT t.id, ${boundColumns(boundKind('attachment'))} AS columns, ${actorRow('$14')} AS sender FROM made t`,
  {
    id: col.uuid,
    columns: col.jsonb.as<BoundColumns>().notNull('built here'),
    sender: col.json.as<ActorRow>().orNull,
  },
)

/** Who attaches, on which day of the region: it is counted as theirs. */
export interface Attaching {
  person: string
  today: string
}

/**
 * Null, and nothing written, where the id is taken, in whichever submission.
 * @returns what its event binds, and who sent it, as people read it
 */
export const insertAttachment = async (
  tx: Queryable,
  a: NewAttachment,
  { person, today }: Attaching,
): Promise<{ bound: Bound; sender: ActorRow } | null> => {
  const [made] = await tx.query(attachmentInsert, [
    a.id,
    a.submission,
    a.anchor,
    a.title,
    a.number,
    a.date,
    a.page,
    a.fileName,
    a.media,
    a.bytes,
    a.sha256,
    a.warnings,
    a.replaces,
    a.by,
    a.at,
    person,
    today,
  ])
  return made ? { bound: { attachment: { [made.id]: recorded('attachment', made, '') } }, sender: made.sender } : null
}
