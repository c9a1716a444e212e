import type { Anchor, Attached, RowRecord } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

const answerRows = statement(
  'answer-rows',
  `SELECT table_id AS "table", row_id AS "row", fields FROM answer_row WHERE submission_id = $1 ORDER BY table_id, row_id`,
  rowOf<RowRecord>({ table: col.text, row: col.text, fields: col.jsonb }),
)

/** Every stored row of a submission, removed ones and emptied cells too. */
export const loadRows = (tx: Queryable, submission: string): Promise<RowRecord[]> => tx.query(answerRows, [submission])

const answerRowsCount = statement(
  'answer-rows-count',
  'SELECT count(*)::int AS n FROM answer_row WHERE submission_id = $1',
  { n: col.int4.notNull('a count') },
)

/** How many there are of them. */
export const countRows = async (tx: Queryable, submission: string): Promise<number> =>
  (await tx.query(answerRowsCount, [submission]))[0]?.n ?? 0

/** A file that proves something, as a revision names it. */
export interface StandingAttachment {
  id: string
  anchor: Anchor
  title: string
  number: string
  date: string | null
  page: string
  sha256: string
}

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
