import type { ActorId, Anchor, Attached } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

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
const attachmentRow = rowOf<AttachmentRecord>({
  id: col.uuid,
  anchor: col.text,
  title: col.text,
  number: col.text,
  date: col.date.orNull,
  page: col.text,
  fileName: col.text,
  media: col.text,
  bytes: col.int4,
  sha256: col.text,
  warnings: col.texts.notNull('a list is never written as null'),
  replaces: col.uuid.orNull,
  removed: col.bool.notNull('an EXISTS'),
  by: col.text,
  at: col.timestamptz,
})

const attachmentsOf = statement(
  'attachments-of',
  `SELECT ${columns} FROM attachment a WHERE a.submission_id = $1 ORDER BY a.at, a.id`,
  attachmentRow,
)

/** All of one submission in the order they were attached. */
export const listAttachments = (tx: Queryable, submission: string): Promise<AttachmentRecord[]> =>
  tx.query(attachmentsOf, [submission])

const attachmentFind = statement(
  'attachment-find',
  `SELECT ${columns} FROM attachment a WHERE a.submission_id = $1 AND a.id = $2`,
  attachmentRow,
)

export const findAttachment = async (tx: Queryable, submission: string, id: string): Promise<AttachmentRecord | null> =>
  (await tx.query(attachmentFind, [submission, id]))[0] ?? null

const attachmentRemove = statement(
  'attachment-remove',
  'UPDATE attachment SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL RETURNING id',
  { id: col.uuid },
)

/** The row stays, with its bytes: revisions name it. @returns false where it was let go before */
export const removeAttachment = async (tx: Queryable, id: string, at: Date): Promise<boolean> =>
  (await tx.query(attachmentRemove, [id, at])).length > 0

const attachmentDescribe = statement(
  'attachment-describe',
  'UPDATE attachment SET anchor = $2, title = $3, number = $4, date = $5, page = $6 WHERE id = $1',
)

/** Says otherwise what a file is. Revisions keep what was said when they were frozen. */
export const describeAttachment = async (tx: Queryable, id: string, said: Description): Promise<void> => {
  await tx.query(attachmentDescribe, [id, said.anchor, said.title, said.number, said.date, said.page])
}

const attachmentsOfRevisionSql = statement(
  'attachments-of-revision',
  `SELECT a ->> 'id' AS id, a ->> 'anchor' AS anchor, a ->> 'title' AS title, a ->> 'number' AS number,
     a ->> 'date' AS date, a ->> 'page' AS page
   FROM revision r, jsonb_array_elements(r.body -> 'attachments') a
   WHERE r.submission_id = $1 AND r.n = $2`,
  rowOf<Description & { id: string }>({
    id: col.text.notNull('every frozen body has it'),
    anchor: col.text.notNull('every frozen body has it'),
    title: col.text.notNull('every frozen body has it'),
    number: col.text.notNull('every frozen body has it'),
    date: col.text.orNull,
    page: col.text.notNull('every frozen body has it'),
  }),
)

/** The attachments that a revision names, with what was said of each when it was frozen. */
export const attachmentsOfRevision = (
  tx: Queryable,
  submission: string,
  n: number,
): Promise<(Description & { id: string })[]> => tx.query(attachmentsOfRevisionSql, [submission, n])

/** A file that proves something, as a revision names it. */
export type StandingAttachment = Description & Pick<AttachmentRecord, 'id' | 'sha256'>

const attachmentsStanding = statement(
  'attachments-standing',
  `SELECT a.id, a.anchor, a.title, a.number, a.date, a.page, a.sha256 FROM attachment a
   WHERE a.submission_id = $1 AND a.removed_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM attachment r WHERE r.replaces = a.id AND r.submission_id = a.submission_id)
   ORDER BY a.id`,
  rowOf<StandingAttachment>({
    id: col.uuid,
    anchor: col.text,
    title: col.text,
    number: col.text,
    date: col.date.orNull,
    page: col.text,
    sha256: col.text,
  }),
)

/** The files that prove something; replaced and removed ones do not. */
export const loadAttachments = (tx: Queryable, submission: string): Promise<StandingAttachment[]> =>
  tx.query(attachmentsStanding, [submission])

/** How many files prove each anchor, for `evaluate`. */
export const countAttached = (attachments: Pick<StandingAttachment, 'anchor'>[]): Attached => {
  const counts: Attached = {}
  for (const { anchor } of attachments) counts[anchor] = (counts[anchor] ?? 0) + 1
  return counts
}
