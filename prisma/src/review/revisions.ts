import type { ActorId } from '@sepakat/rules'
import { submissionStream } from '../append-event.ts'
import type { Queryable } from '../database.ts'

export type RevisionStanding = 'approved' | 'handed-in' | 'returned' | 'withdrawn'
export interface RevisionLine {
  n: number
  at: Date
  by: ActorId
  sha256: string
  receipt: string
  ruleSet: string
  lastChange: number
  status: RevisionStanding
  /** Frozen when an evaluation was approved; the others when the office handed in. */
  evaluated: boolean
}

/** What came of a revision: the last such event after its handing in. One that the head declined never left the office. */
const standings: Record<string, RevisionStanding> = {
  'submission.approved': 'approved',
  'submission.returned': 'returned',
  'submission.withdrawn': 'withdrawn',
  'submission.declined': 'withdrawn',
}

const columns = 'n, at, by, sha256, receipt, rule_set AS "ruleSet", last_change AS "lastChange"'

/** All of one submission, oldest first. */
export const listRevisions = async (tx: Queryable, submission: string): Promise<RevisionLine[]> => {
  const rows = await tx.query<Omit<RevisionLine, 'status' | 'evaluated'>>(
    'revisions-of',
    `SELECT ${columns} FROM revision WHERE submission_id = $1 ORDER BY n`,
    [submission],
  )
  const { standing, evaluated } = await readStandings(tx, submission)
  return rows.map(row => ({ ...row, status: standing.get(row.n) ?? 'handed-in', evaluated: evaluated.has(row.n) }))
}

/** The frozen body of one. */
export const revisionBody = async (
  tx: Queryable,
  submission: string,
  n: number,
): Promise<Record<string, unknown> | null> =>
  (
    await tx.query<{ body: Record<string, unknown> }>(
      'revision-body',
      'SELECT body FROM revision WHERE submission_id = $1 AND n = $2',
      [submission, n],
    )
  )[0]?.body ?? null

const readStandings = async (tx: Queryable, submission: string) => {
  const events = await tx.query<{ type: string; revision: number; to: string; evaluated: boolean }>(
    'revision-standings',
    `SELECT type, (data ->> 'revision')::int AS revision, data ->> 'to' AS "to", data ? 'evaluated' AS evaluated
     FROM event
     WHERE stream = $1 AND type = ANY ($2) ORDER BY seq`,
    [submissionStream(submission), Object.keys(standings)],
  )
  const standing = new Map<number, RevisionStanding>()
  const evaluations = new Set<number>()
  for (const { type, revision, to, evaluated } of events) {
    const became = standings[type]
    // Passing the first of two reviews approves nothing yet.
    if (became !== undefined && !(became === 'approved' && to !== 'approved')) standing.set(revision, became)
    if (evaluated) evaluations.add(revision)
  }
  return { standing, evaluated: evaluations }
}
