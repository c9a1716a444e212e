import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { jobsSchema } from './queues.ts'

export interface JobsState {
  /** When a job by the clock was last done; null: never, or longer ago than its record is kept. */
  lastAt: Date | null
  /** Those that should have started five minutes ago. */
  overdue: number
  /** Those of the last day that were given up. */
  failed: number
}

const jobsStateSql = statement(
  'jobs-state',
  `SELECT (SELECT max(completed_on) FROM ${jobsSchema}.job WHERE name = 'seal' AND state = 'completed') AS "lastAt",
          (SELECT count(*)::int FROM ${jobsSchema}.job
           WHERE state IN ('created', 'retry') AND start_after < $1::timestamptz - interval '5 minutes') AS overdue,
          (SELECT count(*)::int FROM ${jobsSchema}.job
           WHERE state = 'failed' AND completed_on > $1::timestamptz - interval '1 day') AS failed`,
  rowOf<JobsState>({
    lastAt: col.timestamptz.orNull,
    overdue: col.int4.notNull('a count'),
    failed: col.int4.notNull('a count'),
  }),
)

/** Whether jobs are worked: one is due every minute, so silence says that no worker is there. */
export const jobsState = async (tx: Queryable, now: Date): Promise<JobsState> => {
  const [row] = await tx.query(jobsStateSql, [now])
  return row!
}
