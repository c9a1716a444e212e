import type { MessageType } from '@sepakat/rules/webhooks/messageTypes.ts'
import type { Prisma } from '../../generated/client.ts'
import type { Queryable } from '../database.ts'

const select = {
  id: true,
  name: true,
  url: true,
  types: true,
  keyId: true,
  key: { select: { name: true, hash: true } },
  secret: true,
  formerSecret: true,
  formerUntil: true,
  failingSince: true,
  deliveredAt: true,
  at: true,
} satisfies Prisma.WebhookSelect

/** Secrets are as they are kept: encrypted. */
export type WebhookRow = Prisma.WebhookGetPayload<{ select: typeof select }>

export interface WebhookIn {
  name: string
  url: string
  types: MessageType[]
  key: string
}

export const listWebhooks = (tx: Queryable): Promise<WebhookRow[]> =>
  tx.prisma.webhook.findMany({ select, orderBy: { id: 'desc' } })

/** Those that are sent messages of any of these types. */
export const webhooksOf = (tx: Queryable, types: readonly string[]): Promise<WebhookRow[]> =>
  tx.prisma.webhook.findMany({ select, where: { types: { hasSome: [...types] } }, orderBy: { id: 'asc' } })

export const findWebhook = (tx: Queryable, id: string): Promise<WebhookRow | null> =>
  tx.prisma.webhook.findUnique({ select, where: { id } })

export const addWebhook = async (
  tx: Queryable,
  { key: keyId, ...given }: WebhookIn & { id: string; secret: string; by: string; at: Date },
): Promise<WebhookRow> => tx.prisma.webhook.create({ data: { ...given, keyId }, select })

/** What is left out stays. */
export const changeWebhook = async (
  tx: Queryable,
  id: string,
  data: Prisma.WebhookUncheckedUpdateInput,
): Promise<WebhookRow> => tx.prisma.webhook.update({ where: { id }, data, select })

/** With its messages and their log. @returns how many messages */
export const removeWebhook = async (tx: Queryable, id: string): Promise<number> => {
  const { count } = await tx.prisma.webhookMessage.deleteMany({ where: { webhookId: id } })
  await tx.prisma.webhook.delete({ where: { id } })
  return count
}
