import type { MessageLine, WebhookRow } from '@sepakat/db'
import type { MessageStatus } from '@sepakat/rules/webhooks/messageTypes.ts'

const text = (at: Date | null): string | null => at?.toISOString() ?? null

/** A webhook as it is sent: without its secrets. */
export const webhookView = (row: WebhookRow, now: Date) => ({
  id: row.id,
  name: row.name,
  url: row.url,
  types: row.types,
  key: { id: row.keyId, name: row.key.name },
  failingSince: text(row.failingSince),
  deliveredAt: text(row.deliveredAt),
  formerUntil: row.formerUntil !== null && row.formerUntil > now ? text(row.formerUntil) : null,
  createdAt: row.at.toISOString(),
})

export const messageView = (row: MessageLine) => ({
  id: row.id,
  type: row.type,
  at: row.at.toISOString(),
  status: row.status as MessageStatus,
  nextAt: text(row.nextAt),
  attempts: row.attempts.map(({ n, at, tookMs, status, problem, answer }) => ({
    n,
    at: at.toISOString(),
    tookMs,
    status,
    problem,
    answer,
  })),
})
