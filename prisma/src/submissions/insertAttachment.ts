import type { ActorId } from '@sepakat/rules'
import type { NewAttachment } from '../attachments/attachments.ts'
import type { Queryable } from '../database.ts'
import type { Bound } from '../history/bound/bind.ts'
import { recorded } from '../history/bound/readBound.ts'
import { instantOf } from '../history/instantText.ts'
import { col, statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'
import { type ActorRow, actorRow } from './actorNames.ts'

const before = statement(
  'attachment-before',
  `SELECT EXISTS (SELECT 1 FROM attachment WHERE id = $1) AS taken, ${actorRow('$2')} AS sender`,
  { taken: col.bool.notNull('an EXISTS'), sender: col.json.as<ActorRow>().orNull },
)

/** Whether the id of a file is taken, in whichever submission, and who sends it, as people read it. Asked under the sender's lock. */
export const attachmentBefore = async (
  tx: Queryable,
  { id, by }: { id: string; by: ActorId },
): Promise<{ taken: boolean; sender: ActorRow }> => (await tx.query(before, [id, by]))[0]!

const attachmentInsert = statement(
  'attachment-insert',
  `WITH counted AS (
     INSERT INTO attached_day AS d (person_id, day, bytes) VALUES ($16, $17, $10::int)
     ON CONFLICT (person_id, day) DO UPDATE SET bytes = d.bytes + excluded.bytes
   )
   INSERT INTO attachment (id, submission_id, anchor, title, number, date, page, file_name, media, bytes, sha256, warnings, replaces, by, at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::int, $11, $12, $13, $14, $15)`,
)

/** Who attaches, on which day of the region: it is counted as theirs. */
export interface Attaching {
  person: string
  today: string
}

/** What `boundKinds` binds of an attachment, as it will be read of its row. */
const boundOf = ({ id, fileName, media, bytes, replaces, by, at, warnings }: NewAttachment): Bound => {
  const of = [fileName, media, bytes, replaces, by, instantOf(at)]
  const columns = { removedAt: null, warnings: warnings.length === 0 ? null : warnings, of }
  return { attachment: { [id]: recorded('attachment', { id, columns }, '') } }
}

/**
 * Sends it with the commit, which fails (23505) where the id was taken meanwhile: whether it is, `attachmentBefore` tells.
 * @returns what its event binds
 */
export const insertAttachment = (tx: Transaction, a: NewAttachment, { person, today }: Attaching): Bound => {
  tx.send(attachmentInsert, [
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
  return boundOf(a)
}
