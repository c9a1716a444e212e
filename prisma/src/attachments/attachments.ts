import type { ActorId, Anchor } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** What who reads a file should know: its numbers come from workbooks that are not here. */
export type FileWarning = 'links-to-workbooks'

export interface AttachmentRecord {
  id: string
  anchor: Anchor
  title: string
  number: string
  date: string | null
  page: string
  fileName: string
  media: string
  bytes: number
  sha256: string
  warnings: FileWarning[]
  replaces: string | null
  /** Let go, or replaced by another: it proves nothing any more and stays for the revisions that name it. */
  removed: boolean
  by: ActorId
  at: Date
}
/** What is said of a file. */
export type Description = Pick<AttachmentRecord, 'anchor' | 'title' | 'number' | 'date' | 'page'>
export type NewAttachment = Omit<AttachmentRecord, 'removed'> & { submission: string }

/** Of the files of submission `$1`: told by it, not by the row's own, which PostgreSQL would answer by reading the files of all. */
const columns = `a.id, a.anchor, a.title, a.number, a.date, a.page, a.file_name AS "fileName", a.media, a.bytes, a.sha256, a.warnings, a.replaces,
  (a.removed_at IS NOT NULL OR EXISTS (SELECT 1 FROM attachment r WHERE r.submission_id = $1 AND r.replaces = a.id)) AS removed,
  a.by, a.at`

/** All of one submission in the order they were attached. */
export const listAttachments = (tx: Queryable, submission: string): Promise<AttachmentRecord[]> =>
  tx.query<AttachmentRecord>(
    'attachments-of',
    `SELECT ${columns} FROM attachment a WHERE a.submission_id = $1 ORDER BY a.at, a.id`,
    [submission],
  )

export const findAttachment = async (tx: Queryable, submission: string, id: string): Promise<AttachmentRecord | null> =>
  (
    await tx.query<AttachmentRecord>(
      'attachment-find',
      `SELECT ${columns} FROM attachment a WHERE a.submission_id = $1 AND a.id = $2`,
      [submission, id],
    )
  )[0] ?? null

/** False where the id is taken, in whichever submission. */
export const insertAttachment = async (tx: Queryable, a: NewAttachment): Promise<boolean> => {
  const made = await tx.query(
    'attachment-insert',
    `INSERT INTO attachment (id, submission_id, anchor, title, number, date, page, file_name, media, bytes, sha256, warnings, replaces, by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING RETURNING id`,
    [
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
    ],
  )
  return made.length === 1
}

/** The row stays, with its bytes: revisions name it. @returns false where it was let go before */
export const removeAttachment = async (tx: Queryable, id: string, at: Date): Promise<boolean> =>
  (
    await tx.query(
      'attachment-remove',
      'UPDATE attachment SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL RETURNING id',
      [id, at],
    )
  ).length > 0

/** Says otherwise what a file is. Revisions keep what was said when they were frozen. */
export const describeAttachment = async (tx: Queryable, id: string, said: Description): Promise<void> => {
  await tx.query(
    'attachment-describe',
    'UPDATE attachment SET anchor = $2, title = $3, number = $4, date = $5, page = $6 WHERE id = $1',
    [id, said.anchor, said.title, said.number, said.date, said.page],
  )
}

/** The attachments that a revision names, with what was said of each when it was frozen. */
export const attachmentsOfRevision = (
  tx: Queryable,
  submission: string,
  n: number,
): Promise<(Description & { id: string })[]> =>
  tx.query(
    'attachments-of-revision',
    `SELECT a ->> 'id' AS id, a ->> 'anchor' AS anchor, a ->> 'title' AS title, a ->> 'number' AS number,
       a ->> 'date' AS date, a ->> 'page' AS page
     FROM revision r, jsonb_array_elements(r.body -> 'attachments') a
     WHERE r.submission_id = $1 AND r.n = $2`,
    [submission, n],
  )
