import type { ActorId, Anchor } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { submissionStream } from '../history/streams.ts'
import { col, rowOf, statement } from '../statement.ts'

type RevisionStanding = 'approved' | 'handed-in' | 'returned' | 'withdrawn' | 'archive'
/** Why a revision came after an approved one: the report was opened again, whole (`anchors` null) or in parts. */
interface Reopening {
  of: number
  reason: string
  by: ActorId
  at: Date
  anchors: Anchor[] | null
}
export interface RevisionLine {
  n: number
  at: Date
  by: ActorId
  sha256: string
  receipt: string
  ruleSet: string
  lastChange: number
  status: RevisionStanding
  /** Frozen when an evaluation was approved; the others when the office submitted. */
  evaluated: boolean
  corrects: Reopening | null
}

/** What came of a revision: the last such event after its submission. One that the head declined never left the office. */
const standings: Record<string, RevisionStanding> = {
  'submission.approved': 'approved',
  'submission.returned': 'returned',
  'submission.withdrawn': 'withdrawn',
  'submission.declined': 'withdrawn',
  'submission.archived': 'archive',
}

const columns = 'n, at, by, sha256, receipt, rule_set AS "ruleSet", last_change AS "lastChange"'

const revisionsOf = statement(
  'revisions-of',
  `SELECT ${columns} FROM revision WHERE submission_id = $1 ORDER BY n`,
  rowOf<Omit<RevisionLine, 'status' | 'evaluated' | 'corrects'>>({
    n: col.int4,
    at: col.timestamptz,
    by: col.text,
    sha256: col.text,
    receipt: col.text,
    ruleSet: col.text,
    lastChange: col.int4,
  }),
)

/** All of one submission, oldest first. */
export const listRevisions = async (tx: Queryable, submission: string): Promise<RevisionLine[]> => {
  const rows = await tx.query(revisionsOf, [submission])
  const { standing, evaluated, corrects } = await readStandings(tx, submission)
  return rows.map(row => ({
    ...row,
    status: standing.get(row.n) ?? 'handed-in',
    evaluated: evaluated.has(row.n),
    corrects: corrects.get(row.n) ?? null,
  }))
}

const revisionBodySql = statement('revision-body', 'SELECT body FROM revision WHERE submission_id = $1 AND n = $2', {
  body: col.jsonb.as<Record<string, unknown>>(),
})

/** The frozen body of one. */
export const revisionBody = async (
  tx: Queryable,
  submission: string,
  n: number,
): Promise<Record<string, unknown> | null> => (await tx.query(revisionBodySql, [submission, n]))[0]?.body ?? null

const revisionOfReceipt = statement('revision-of-receipt', 'SELECT sha256 FROM revision WHERE receipt = $1', {
  sha256: col.text,
})

/** The hash of the revision with this receipt; null where there is none. */
export const findReceipt = async (tx: Queryable, receipt: string): Promise<string | null> =>
  (await tx.query(revisionOfReceipt, [receipt]))[0]?.sha256 ?? null

/** That a revision was returned: by whom, when, until when it was to be answered, and the notes that were open then. */
export interface ReturnedRevision {
  by: ActorId
  at: Date
  dueAt: string | null
  notes: string[]
}

const returnOfRevision = statement(
  'return-of-revision',
  `SELECT actor AS by, at, data ->> 'dueAt' AS "dueAt", COALESCE(data -> 'notes', '[]') AS notes
   FROM event WHERE stream = $1 AND type = 'submission.returned' AND (data ->> 'revision')::int = $2
   ORDER BY seq DESC LIMIT 1`,
  rowOf<ReturnedRevision>({
    by: col.text,
    at: col.timestamptz,
    dueAt: col.text.orNull,
    notes: col.jsonb.notNull('coalesced'),
  }),
)

/** How a revision was returned; null where it was not. */
export const returnOf = async (tx: Queryable, submission: string, n: number): Promise<ReturnedRevision | null> =>
  (await tx.query(returnOfRevision, [submissionStream(submission), n]))[0] ?? null

interface StandingEvent extends Omit<Reopening, 'of'> {
  type: string
  revision: number
  to: string
  evaluated: boolean
}

const revisionStandings = statement(
  'revision-standings',
  `SELECT e.type, (e.data ->> 'revision')::int AS revision, e.data ->> 'to' AS "to", e.data ? 'evaluated' AS evaluated,
     e.actor AS by, e.at, NULLIF(e.data -> 'anchors', 'null') AS anchors, COALESCE(n.text, '') AS reason
   FROM event e LEFT JOIN note n ON e.type = 'submission.reopened' AND n.id::text = e.data ->> 'note'
   WHERE e.stream = $1 AND e.type = ANY ($2) ORDER BY e.seq`,
  rowOf<StandingEvent>({
    type: col.text,
    revision: col.int4.notNull('such events name it'),
    to: col.text.notNull('such events name it'),
    evaluated: col.bool.notNull('of NOT NULL columns'),
    by: col.text,
    at: col.timestamptz,
    anchors: col.jsonb.orNull,
    reason: col.text.notNull('coalesced'),
  }),
)

const readStandings = async (tx: Queryable, submission: string) => {
  const events = await tx.query(revisionStandings, [
    submissionStream(submission),
    [...Object.keys(standings), 'submission.reopened', 'submission.submitted'],
  ])
  const standing = new Map<number, RevisionStanding>()
  const evaluations = new Set<number>()
  const corrects = new Map<number, Reopening>()
  let open: Reopening | null = null
  for (const { type, revision, to, evaluated, by, at, anchors, reason } of events) {
    if (type === 'submission.reopened') open = { of: revision, reason, by, at, anchors }
    if (open && (type === 'submission.submitted' || evaluated)) corrects.set(revision, open)
    const became = standings[type]
    // Passing the first of two reviews approves nothing yet.
    const isSettled = became !== undefined && !(became === 'approved' && to !== 'approved')
    if (isSettled) standing.set(revision, became)
    if (isSettled && became === 'approved') open = null
    if (evaluated) evaluations.add(revision)
  }
  return { standing, evaluated: evaluations, corrects }
}
