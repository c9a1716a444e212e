import type { ActorId, FormId, PeriodKey, QuestionStatus, ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** A question about a figure of an office: asked by one who reads figures of several, answered by the office, closed by who asked. */
export interface Question {
  id: string
  submission: string
  /** The revision whose figure it is about. */
  revision: number
  code: string
  row: string
  text: string
  status: QuestionStatus
  by: ActorId
  at: Date
  answers: { text: string; by: ActorId; at: string }[]
}
/** With the report it is about. */
export interface AskedQuestion extends Question {
  office: { id: string; name: string; shortName: string }
  form: FormId
  period: PeriodKey
  /** Of the revision. */
  sha256: string
}

const question = {
  id: col.uuid,
  submission: col.uuid,
  revision: col.int4,
  code: col.text,
  row: col.text,
  text: col.text,
  status: col.text,
  by: col.text,
  at: col.timestamptz,
  answers: col.jsonb,
}
const columns = `q.id, q.submission_id AS submission, q.revision, q.code, q."row", q.text, q.status, q.by, q.at, q.answers`

const insert = statement(
  'question-insert',
  `INSERT INTO figure_question (id, submission_id, revision, code, "row", text, by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

export const insertQuestion = async (tx: Queryable, one: Omit<Question, 'status' | 'answers'>): Promise<void> => {
  await tx.query(insert, [one.id, one.submission, one.revision, one.code, one.row, one.text, one.by, one.at])
}

const find = statement(
  'question-find',
  `SELECT ${columns} FROM figure_question q WHERE q.id = $1`,
  rowOf<Question>(question),
)

/** By its id, of whichever report. */
export const findQuestion = async (tx: Queryable, id: string): Promise<Question | null> =>
  (await tx.query(find, [id]))[0] ?? null

const answer = statement(
  'question-answer',
  `UPDATE figure_question SET status = 'answered', answers = answers || $2::jsonb WHERE id = $1`,
)

/** Appends an answer of the office. */
export const answerQuestion = async (tx: Queryable, id: string, said: Question['answers'][number]): Promise<void> => {
  await tx.query(answer, [id, JSON.stringify([said])])
}

const close = statement('question-close', `UPDATE figure_question SET status = 'closed' WHERE id = $1`)

export const closeQuestion = async (tx: Queryable, id: string): Promise<void> => {
  await tx.query(close, [id])
}

const list = statement(
  'question-list',
  `SELECT ${columns}, s.form, s.period, r.sha256, json_build_object('id', o.id, 'name', o.name, 'shortName', o.short_name) AS office
   FROM figure_question q JOIN submission s ON s.id = q.submission_id
   JOIN revision r ON r.submission_id = q.submission_id AND r.n = q.revision JOIN office_now o ON o.id = s.office_id
   WHERE ($1::uuid[] IS NULL OR o.path && $1) AND ($2::text[] IS NULL OR s.report_type = ANY ($2))
     AND ($3::uuid IS NULL OR q.submission_id = $3) AND ($4::text IS NULL OR s.form = $4) AND ($5::text IS NULL OR s.period = $5) AND ($8::uuid IS NULL OR q.id = $8)
     AND (NOT $6::boolean OR q.status <> 'closed')
   ORDER BY q.at DESC, q.id DESC LIMIT $7`,
  rowOf<AskedQuestion>({
    ...question,
    form: col.text,
    period: col.text,
    sha256: col.text,
    office: col.json.notNull('of NOT NULL columns'),
  }),
)

/** Those within reach, the newest first. */
export const listQuestions = (
  tx: Queryable,
  ask: {
    reach: { offices: string[] | null; reportTypes: ReportType[] | null }
    submission?: string
    form?: string
    period?: string
    id?: string
    /** Not those that were closed. */
    open: boolean
    limit: number
  },
): Promise<AskedQuestion[]> =>
  tx.query(list, [
    ask.reach.offices,
    ask.reach.reportTypes,
    ask.submission ?? null,
    ask.form ?? null,
    ask.period ?? null,
    ask.open,
    ask.limit,
    ask.id ?? null,
  ])
