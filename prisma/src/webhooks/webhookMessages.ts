import type { MessageStatus } from '@sepakat/rules/webhooks/messageTypes.ts'
import type { Prisma } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'
import { enqueue, jobInsertFrom } from '../jobs/enqueue.ts'
import { jobsSchema } from '../jobs/queues.ts'
import { col, statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'

/** One try to send a message. */
export interface WebhookJob {
  webhook: string
  message: string
  /** Which try it is, from 1. */
  n: number
}
export interface MessageIn {
  webhook: string
  id: string
  type: string
  body: string
  at: Date
}
/** How a try ended: an answer has a status, anything else says what the problem was. */
export interface TriedOnce {
  at: Date
  tookMs: number
  status: number | null
  problem: string | null
  answer: string
}

const attempts = { orderBy: { n: 'asc' } } satisfies Prisma.WebhookMessage$attemptsArgs
export type MessageLine = Prisma.WebhookMessageGetPayload<{ include: { attempts: typeof attempts } }>

const tryIn = (tx: Transaction, { webhook, message, n }: WebhookJob, inSeconds: number): void =>
  enqueue(tx, 'webhook', `${webhook} ${message} ${n}`, { webhook, message, n }, inSeconds)

/** Keeps a message and enqueues its first try; one of the same id is there already, and serves. */
export const addMessage = async (tx: Transaction, { webhook: webhookId, ...message }: MessageIn): Promise<void> => {
  const data = { ...message, webhookId, nextAt: message.at }
  const { count } = await tx.prisma.webhookMessage.createMany({ data, skipDuplicates: true })
  if (count > 0) tryIn(tx, { webhook: webhookId, message: message.id, n: 1 }, 0)
}

export const findMessage = (tx: Queryable, webhookId: string, id: string) =>
  tx.prisma.webhookMessage.findUnique({ where: { webhookId_id: { webhookId, id } } })

/**
 * Notes how a try ended, and enqueues the next one where there is one, `againIn` seconds later. A try that was noted before is not
 * noted again. One that was refused says nothing of its receiver. @returns whether it was noted
 */
export const noteTry = async (
  tx: Transaction,
  { webhook: webhookId, message: messageId, n }: WebhookJob,
  tried: TriedOnce & { end: Exclude<MessageStatus, 'waiting'> | { againIn: number } },
): Promise<boolean> => {
  const { end, ...attempt } = tried
  const againIn = typeof end === 'string' ? null : end.againIn
  const status: MessageStatus = typeof end === 'string' ? end : 'waiting'
  const nextAt = againIn === null ? null : new Date(attempt.at.getTime() + againIn * 1000)
  const { count } = await tx.prisma.webhookMessage.updateMany({
    where: { webhookId, id: messageId, tried: n - 1, status: 'waiting' },
    data: { status, tried: n, nextAt },
  })
  if (count === 0) return false
  await tx.prisma.webhookAttempt.create({ data: { webhookId, messageId, n, ...attempt } })
  if (status === 'delivered')
    await tx.prisma.webhook.update({ where: { id: webhookId }, data: { failingSince: null, deliveredAt: attempt.at } })
  else if (status !== 'refused')
    await tx.prisma.webhook.updateMany({
      where: { id: webhookId, failingSince: null },
      data: { failingSince: attempt.at },
    })
  if (againIn !== null) tryIn(tx, { webhook: webhookId, message: messageId, n: n + 1 }, againIn)
  return true
}

/** One page of the log, newest first, one more than asked for where there are more. */
export const listMessages = (
  tx: Queryable,
  {
    webhook: webhookId,
    status,
    after,
    limit,
  }: { webhook: string; status?: MessageStatus; after?: { at: Date; id: string }; limit: number },
): Promise<MessageLine[]> =>
  tx.prisma.webhookMessage.findMany({
    where: {
      webhookId,
      status,
      ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
    },
    include: { attempts },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })

/** A try of each row of `again` is due now: the one that waits for later is moved, and where none waits it is enqueued. */
const tryNow = `moved AS (UPDATE ${jobsSchema}.job j SET start_after = now() FROM again a
     WHERE j.name = 'webhook' AND j.state = 'created' AND COALESCE(j.singleton_key, '') = a.key AND j.start_after > now()),
   added AS (${jobInsertFrom("'webhook'", { key: 'a.key', data: 'a.data', inSeconds: '0', from: 'again a' })} ON CONFLICT DO NOTHING)
   SELECT count(*)::int4 AS n FROM again`
const againOf = `m.webhook_id || ' ' || m.id || ' ' || m.tried + 1 AS key,
     jsonb_build_object('webhook', m.webhook_id, 'message', m.id, 'n', m.tried + 1) AS data`

// By SQL: any number at once, each as it is when it is locked, so that the try of a worker at this moment is counted.
const replay = statement(
  'webhook-replay',
  `WITH again AS (UPDATE webhook_message m SET status = 'waiting', tried_before = tried, next_at = $4
     WHERE webhook_id = $1 AND id = COALESCE($2, id) AND at >= COALESCE($3, at) RETURNING ${againOf}),
   ${tryNow}`,
  { n: col.int4.notNull('a count') },
)

/** Sends messages again, from the first try on: one, or all of and after an instant. @returns how many */
export const replayMessages = async (
  tx: Transaction,
  webhook: string,
  { message = null, since = null, at }: { message?: string | null; since?: Date | null; at: Date },
): Promise<number> => (await tx.query(replay, [webhook, message, since, at]))[0]?.n ?? 0

// By SQL: any number at once.
const late = statement(
  'webhook-late',
  `WITH again AS (SELECT ${againOf} FROM webhook_message m WHERE status = 'waiting' AND next_at < $1),
   ${tryNow}`,
  { n: col.int4.notNull('a count') },
)

/** Enqueues again what should have been tried before an instant and was not: its job was lost. @returns how many */
export const enqueueLate = async (tx: Transaction, before: Date): Promise<number> =>
  (await tx.query(late, [before]))[0]?.n ?? 0

/** Forgets what was said before an instant. */
export const removeOldMessages = async (tx: Queryable, before: Date): Promise<void> => {
  await tx.prisma.webhookMessage.deleteMany({ where: { at: { lt: before }, status: { not: 'waiting' } } })
}
