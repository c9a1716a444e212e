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
  const rows = await tx.query<Omit<RevisionLine, 'status'>>(
    'revisions-of',
    `SELECT ${columns} FROM revision WHERE submission_id = $1 ORDER BY n`,
    [submission],
  )
  const standing = rows.length === 0 ? new Map<number, RevisionStanding>() : await readStandings(tx, submission)
  return rows.map(row => ({ ...row, status: standing.get(row.n) ?? 'handed-in' }))
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

const readStandings = async (tx: Queryable, submission: string): Promise<Map<number, RevisionStanding>> => {
  const events = await tx.query<{ type: string; revision: number; to: string }>(
    'revision-standings',
    `SELECT type, (data ->> 'revision')::int AS revision, data ->> 'to' AS "to" FROM event
     WHERE stream = $1 AND type = ANY ($2) ORDER BY seq`,
    [submissionStream(submission), Object.keys(standings)],
  )
  const found = new Map<number, RevisionStanding>()
  for (const { type, revision, to } of events) {
    const standing = standings[type]
    // Passing the first of two reviews approves nothing yet.
    if (standing !== undefined && !(standing === 'approved' && to !== 'approved')) found.set(revision, standing)
  }
  return found
}
