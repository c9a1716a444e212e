import { statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'
import { jobsSchema, type QueueName } from './queues.ts'

const jobEnqueue = statement(
  'job-enqueue',
  `INSERT INTO ${jobsSchema}.job (name, data, singleton_key, policy, retry_limit, retry_delay, retry_backoff, expire_seconds,
     deletion_seconds, keep_until, heartbeat_seconds)
   SELECT q.name, $3, $2, q.policy, q.retry_limit, q.retry_delay, q.retry_backoff, q.expire_seconds, q.deletion_seconds,
     now() + q.retention_seconds * interval '1 second', q.heartbeat_seconds
   FROM ${jobsSchema}.queue q WHERE q.name = $1 ON CONFLICT DO NOTHING`,
)

/**
 * Enqueues a job in the transaction at hand, so that it is there exactly when what it follows from is. It takes the limits of
 * its queue; where one of the same key waits already, that one serves. (pg-boss documents inserting by SQL for this purpose.)
 */
export const enqueue = (tx: Transaction, queue: QueueName, key: string, data: object): void =>
  tx.send(jobEnqueue, [queue, key, JSON.stringify(data)])
