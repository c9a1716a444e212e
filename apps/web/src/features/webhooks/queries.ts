import type { ResponseOf } from '#sync/apiTypes.ts'
import { everyPageOf, queryOf } from '#sync/transport/queryOf.ts'
import type { Choice } from '#ui/SelectField.tsx'

export type Webhook = ResponseOf<'GET /webhooks'>['items'][number]
export type Message = ResponseOf<'GET /webhooks/:id/messages'>['items'][number]

export const webhooksQuery = queryOf('GET /webhooks')

/** The keys of programs, newest first, as choices. Whether one is still valid is judged when it is saved. */
export const keyChoicesQuery = {
  ...everyPageOf('GET /keys', { query: { limit: 200 } }),
  select: (keys: ResponseOf<'GET /keys'>['items']): Choice[] =>
    keys.filter(key => key.revokedAt === null).map(key => ({ value: key.id, label: `${key.name} (${key.owner})` })),
}
