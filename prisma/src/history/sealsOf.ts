import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'
import { sealMark } from './seal.ts'
import { submissionStream } from './streams.ts'

/** A seal as it is noted outside, and when it was made. */
export interface NotedSeal {
  mark: string
  at: Date
}

const sealsOfSql = statement(
  'seals-of',
  `SELECT (e.data ->> 'revision')::int AS revision, s.n, s.hash, s.at
   FROM event e CROSS JOIN LATERAL (
     SELECT n, hash, at FROM seal
     WHERE at >= e.at - interval '1 minute' AND (heads -> e.stream ->> 0)::int >= e.seq ORDER BY at, n LIMIT 1
   ) s WHERE e.stream = $1 AND e.type = 'submission.submitted'`,
  { revision: col.int4.notNull('events of submitting name it'), n: col.int4, hash: col.text, at: col.timestamptz },
)

/**
 * By the number of each revision of a submission, the first seal that holds its submission: with it noted outside, neither can be
 * taken out unnoticed. One that still waits for its minute is absent.
 */
export const sealsOf = async (tx: Queryable, submission: string): Promise<Map<number, NotedSeal>> => {
  // the clocks of several processes may differ a little
  const rows = await tx.query(sealsOfSql, [submissionStream(submission)])
  return new Map(rows.map(({ revision, n, hash, at }) => [revision, { mark: sealMark({ n, hash }), at }]))
}
