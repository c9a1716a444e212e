import {
  addMessage,
  findWebhook,
  listMessages,
  listWebhooks,
  type Queryable,
  reader,
  replayMessages,
  type WebhookRow,
  written,
} from '@sepakat/db'
import { testMessage } from '@sepakat/rules/webhooks/messageTypes.ts'
import { v7 } from 'uuid'
import { pageOf, readCursor, writeCursor } from '#http/cursor.ts'
import { invalid, problem } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { add, change, changeSecret, remove, requirePublic } from './save.ts'
import { messageView, webhookView } from './view.ts'
import { webhookSecrets } from './webhookSecrets.ts'

const found = async (tx: Queryable, id: string): Promise<WebhookRow> => {
  const row = await findWebhook(tx, id)
  if (row === null) throw problem('not-found')
  return row
}

export const webhookHandlers = handlers({
  'GET /webhooks': async ({ db, now }) => ({
    items: (await listWebhooks(reader(db))).map(row => webhookView(row, now)),
  }),

  'POST /webhooks': async asked => {
    await requirePublic(asked.body.url)
    const id = v7()
    const { secret, kept } = await webhookSecrets(asked.deps.credentials).make(id)
    const row = await asked.write(tx => add(tx, asked, { id, kept }))
    return { ...webhookView(row, asked.now), secret }
  },

  'PUT /webhooks/:id': async asked => {
    await found(reader(asked.db), asked.params.id)
    await requirePublic(asked.body.url)
    return webhookView(await asked.write(tx => change(tx, asked.params.id, asked)), asked.now)
  },

  'DELETE /webhooks/:id': ({ params: { id }, write }) => write(tx => remove(tx, id)),

  'POST /webhooks/:id/secret': async ({ params: { id }, write, deps, now }) => {
    const { secret, kept } = await webhookSecrets(deps.credentials).make(id)
    const row = await write(tx => changeSecret(tx, now, { id, kept }))
    return { ...webhookView(row, now), secret }
  },

  'GET /webhooks/:id/messages': async ({ params, query: { limit, cursor, status }, db }) => {
    const { id: webhook } = await found(reader(db), params.id)
    const [at = '', id = ''] = cursor === undefined ? [] : readCursor(cursor, 2)
    if (cursor !== undefined && Number.isNaN(Date.parse(at)))
      throw invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
    const after = cursor === undefined ? undefined : { at: new Date(at), id }
    const rows = await listMessages(reader(db), { webhook, status, after, limit })
    return pageOf(rows.map(messageView), limit, last => writeCursor(last.at, last.id))
  },

  'POST /webhooks/:id/test': ({ params, body: { message }, write, now }) =>
    write(async tx => {
      const { id: webhook, name } = await found(tx, params.id)
      const body = JSON.stringify({ type: testMessage, timestamp: now.toISOString(), data: {} })
      await addMessage(tx, { webhook, id: message, type: testMessage, body, at: now })
      return written({ message }, { stream: 'rights', type: 'webhook.replayed', data: { webhook, name, message } })
    }),

  'POST /webhooks/:id/replay': ({ params, body, write, now }) =>
    write(async tx => {
      const { id: webhook, name } = await found(tx, params.id)
      const asked = 'message' in body ? { message: body.message } : { since: new Date(body.since) }
      const messages = await replayMessages(tx, webhook, { ...asked, at: now })
      if (messages === 0 && 'message' in body) throw problem('not-found')
      const data = { webhook, name, ...body, messages }
      return written({ messages }, { stream: 'rights', type: 'webhook.replayed', data })
    }),
})
