import type { ActorId, Anchor } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export interface Tick {
  anchor: Anchor
  revision: number
  by: ActorId
  at: Date
}

/** The ticks on one revision. */
export const listTicks = (tx: Queryable, submission: string, n: number): Promise<Tick[]> =>
  tx.query<Tick>(
    'ticks-of',
    'SELECT anchor, n AS revision, by, at FROM tick WHERE submission_id = $1 AND n = $2 ORDER BY anchor',
    [submission, n],
  )

/** Sets or takes back a tick. @returns whether anything changed */
export const putTick = async (
  tx: Queryable,
  {
    submission,
    n,
    anchor,
    ticked,
    by,
    at,
  }: Omit<Tick, 'revision'> & { submission: string; n: number; ticked: boolean },
): Promise<boolean> => {
  const changed = ticked
    ? await tx.query(
        'tick-set',
        `INSERT INTO tick (submission_id, n, anchor, by, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING n`,
        [submission, n, anchor, by, at],
      )
    : await tx.query('tick-take', 'DELETE FROM tick WHERE submission_id = $1 AND n = $2 AND anchor = $3 RETURNING n', [
        submission,
        n,
        anchor,
      ])
  return changed.length > 0
}
