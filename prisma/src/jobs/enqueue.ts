import { statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'
import { jobsSchema, type QueueName } from './queues.ts'

/**
 * Makes jobs of a queue from expressions. Tries to send to one webhook are a group, by the beginning of their key: a worker makes
 * one of a group at a time.
 */
export const jobInsertFrom = (queue: string, of: { key: string; data: string; inSeconds: string; from?: string }) => `
   INSERT INTO ${jobsSchema}.job (name, data, singleton_key, group_id, policy, retry_limit, retry_delay, retry_backoff, expire_seconds,
     deletion_seconds, start_after, keep_until, heartbeat_seconds)
   SELECT q.name, ${of.data}, ${of.key}, CASE q.name WHEN 'webhook' THEN split_part(${of.key}, ' ', 1) END, q.policy, q.retry_limit,
     q.retry_delay, q.retry_backoff, q.expire_seconds, q.deletion_seconds, now() + ${of.inSeconds}::int * interval '1 second',
     now() + (${of.inSeconds}::int + q.retention_seconds) * interval '1 second', q.heartbeat_seconds
   FROM ${jobsSchema}.queue q ${of.from ? `CROSS JOIN ${of.from} ` : ''}WHERE q.name = ${queue}`

/** `$1` the queue, `$2` the key, `$3` what it is for, `$4` in how many seconds. */
export const jobInsert = jobInsertFrom('$1', { key: '$2', data: '$3', inSeconds: '$4' })
const jobEnqueue = statement('job-enqueue', `${jobInsert} ON CONFLICT DO NOTHING`)

/**
 * Enqueues a job in the transaction at hand, so that it is there exactly when what it follows from is. It takes the limits of
 * its queue; where one of the same key waits already, that one serves. (pg-boss documents inserting by SQL for this purpose.)
 */
export const enqueue = (tx: Transaction, queue: QueueName, key: string, data: object, inSeconds = 0): void =>
  tx.send(jobEnqueue, [queue, key, JSON.stringify(data), inSeconds])
