import {
  addWebhook,
  changeWebhook,
  findWebhook,
  type Queryable,
  readKeyLine,
  removeWebhook,
  type WebhookRow,
  written,
} from '@sepakat/db'
import { messageTypes } from '@sepakat/rules/webhooks/messageTypes.ts'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { TargetRefused, webhookTargets } from './webhookTarget.ts'

type Asked = Pick<Context<'PUT /webhooks/:id'>, 'body' | 'now' | 'today'>

/** Before the write: names are asked of the network. @throws invalid beside the address */
export const requirePublic = async (url: string): Promise<void> => {
  await webhookTargets(new URL(url), 'public').catch((error: unknown) => {
    throw error instanceof TargetRefused ? invalid('/url', error.message) : error
  })
}

/** @throws invalid where the key opens nothing, or not what the messages tell */
const requireKey = async (tx: Queryable, { body: { key: id, types }, now, today }: Asked): Promise<void> => {
  const key = await readKeyLine(tx, id, today)
  if (key === null || key.revokedAt !== null || key.expiresAt <= now || !key.answeredFor)
    throw invalid('/key', 'Kunci ini tidak ada atau tidak berlaku lagi.')
  const beyond = types.findIndex(type => !key.scopes.includes(messageTypes[type].needs))
  if (beyond >= 0) throw invalid(`/types/${beyond}`, 'Kunci ini tidak berwenang membaca yang diberitakan pesan itu.')
}

/** What history keeps of a webhook: of its address no path and no query, which may hold a token. */
const named = ({ id, name, url }: Pick<WebhookRow, 'id' | 'name' | 'url'>) => ({
  webhook: id,
  name,
  address: new URL(url).origin,
})

/** As it is, or what it was and what it became. */
const changedTo = (from: string, to: string): string | { from: string; to: string } => (from === to ? to : { from, to })

interface Kept {
  id: string
  kept: string
}
export const add = async (
  tx: Queryable,
  asks: Asked & Pick<Context<'POST /webhooks'>, 'actor'>,
  { id, kept }: Kept,
) => {
  await requireKey(tx, asks)
  const row = await addWebhook(tx, { ...asks.body, id, secret: kept, by: asks.actor.id, at: asks.now })
  const data = { ...named(row), key: row.keyId, types: row.types, change: 'added' }
  return written(row, { stream: 'rights', type: 'webhook.changed', data })
}

export const change = async (tx: Queryable, id: string, asks: Asked) => {
  const before = await findWebhook(tx, id)
  if (before === null) throw problem('not-found')
  await requireKey(tx, asks)
  const { key: keyId, ...body } = asks.body
  const row = await changeWebhook(tx, id, { ...body, keyId })
  const [old, now] = [named(before), named(row)]
  const data = {
    webhook: id,
    name: changedTo(old.name, now.name),
    address: changedTo(old.address, now.address),
    key: changedTo(before.keyId, keyId),
    types: row.types,
    change: 'changed',
  }
  return written(row, { stream: 'rights', type: 'webhook.changed', data })
}

/** How long the former secret signs beside the new one. */
const formerMs = 86_400_000

export const changeSecret = async (tx: Queryable, now: Date, { id, kept }: Kept) => {
  const before = await findWebhook(tx, id)
  if (before === null) throw problem('not-found')
  const formerUntil = new Date(now.getTime() + formerMs)
  const row = await changeWebhook(tx, id, { secret: kept, formerSecret: before.secret, formerUntil })
  return written(row, { stream: 'rights', type: 'webhook.changed', data: { ...named(row), change: 'secret' } })
}

/** With its messages and their log; the event says how many went. */
export const remove = async (tx: Queryable, id: string) => {
  const row = await findWebhook(tx, id)
  if (row === null) throw problem('not-found')
  const messages = await removeWebhook(tx, id)
  const data = { ...named(row), change: 'removed', messages }
  return written(null, { stream: 'rights', type: 'webhook.changed', data })
}
