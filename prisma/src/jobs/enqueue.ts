import { statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'
import { jobsSchema, type QueueName } from './queues.ts'

/** `$1` the queue, `$2` the key, `$3` what it is for, `$4` in how many seconds. */
export const jobInsert = `
   INSERT INTO ${jobsSchema}.job (name, data, singleton_key, policy, retry_limit, retry_delay, retry_backoff, expire_seconds,
     deletion_seconds, start_after, keep_until, heartbeat_seconds)
   SELECT q.name, $3, $2, q.policy, q.retry_limit, q.retry_delay, q.retry_backoff, q.expire_seconds, q.deletion_seconds,
     now() + $4::int * interval '1 second', now() + ($4::int + q.retention_seconds) * interval '1 second', q.heartbeat_seconds
   FROM ${jobsSchema}.queue q WHERE q.name = $1`
const jobEnqueue = statement('job-enqueue', `${jobInsert} ON CONFLICT DO NOTHING`)

/**
 * Enqueues a job in the transaction at hand, so that it is there exactly when what it follows from is. It takes the limits of
 * its queue; where one of the same key waits already, that one serves. (pg-boss documents inserting by SQL for this purpose.)
 */
export const enqueue = (tx: Transaction, queue: QueueName, key: string, data: object, inSeconds = 0): void =>
  tx.send(jobEnqueue, [queue, key, JSON.stringify(data), inSeconds])
