import type { MessageStatus } from '@sepakat/rules/webhooks/messageTypes.ts'
import type { Prisma } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'
import { enqueue } from '../jobs/enqueue.ts'
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
 * Notes how a try ended, and enqueues the next one in `againIn` seconds; null: there is none. A try that was noted before is not
 * noted again. @returns whether it was noted
 */
export const noteTry = async (
  tx: Transaction,
  { webhook: webhookId, message: messageId, n }: WebhookJob,
  tried: TriedOnce & { delivered: boolean; againIn: number | null },
): Promise<boolean> => {
  const { delivered, againIn, ...attempt } = tried
  const status: MessageStatus = delivered ? 'delivered' : againIn === null ? 'failed' : 'waiting'
  const nextAt = status === 'waiting' ? new Date(attempt.at.getTime() + (againIn ?? 0) * 1000) : null
  const { count } = await tx.prisma.webhookMessage.updateMany({
    where: { webhookId, id: messageId, tried: n - 1, status: 'waiting' },
    data: { status, tried: n, nextAt },
  })
  if (count === 0) return false
  await tx.prisma.webhookAttempt.create({ data: { webhookId, messageId, n, ...attempt } })
  if (delivered)
    await tx.prisma.webhook.update({ where: { id: webhookId }, data: { failingSince: null, deliveredAt: attempt.at } })
  else
    await tx.prisma.webhook.updateMany({
      where: { id: webhookId, failingSince: null },
      data: { failingSince: attempt.at },
    })
  if (status === 'waiting') tryIn(tx, { webhook: webhookId, message: messageId, n: n + 1 }, againIn ?? 0)
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

/** So many at once; more takes asking again. */
const replayedAtOnce = 1000

/** Sends messages again, from the first try on: one, or those of and after an instant. @returns how many */
export const replayMessages = async (
  tx: Transaction,
  webhookId: string,
  { message, since, at }: { message?: string | undefined; since?: Date | undefined; at: Date },
): Promise<number> => {
  const found = await tx.prisma.webhookMessage.findMany({
    where: { webhookId, id: message, at: since && { gte: since } },
    select: { id: true, tried: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: replayedAtOnce,
  })
  for (const { id, tried } of found) {
    await tx.prisma.webhookMessage.update({
      where: { webhookId_id: { webhookId, id } },
      data: { status: 'waiting', triedBefore: tried, nextAt: at },
    })
    tryIn(tx, { webhook: webhookId, message: id, n: tried + 1 }, 0)
  }
  return found.length
}

/** Enqueues again what should have been tried before an instant and was not: its job was lost. @returns how many */
export const enqueueLate = async (tx: Transaction, before: Date): Promise<number> => {
  const late = await tx.prisma.webhookMessage.findMany({
    where: { status: 'waiting', nextAt: { lt: before } },
    select: { webhookId: true, id: true, tried: true },
    orderBy: { nextAt: 'asc' },
    take: replayedAtOnce,
  })
  for (const { webhookId, id, tried } of late) tryIn(tx, { webhook: webhookId, message: id, n: tried + 1 }, 0)
  return late.length
}

/** Forgets what was said before an instant. */
export const removeOldMessages = async (tx: Queryable, before: Date): Promise<void> => {
  await tx.prisma.webhookMessage.deleteMany({ where: { at: { lt: before }, status: { not: 'waiting' } } })
}
