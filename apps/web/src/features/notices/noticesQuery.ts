import type { ResponseOf } from '#sync/apiTypes.ts'
import { pagesOf } from '#sync/transport/queryOf.ts'

export type Notice = ResponseOf<'GET /notices'>['items'][number]

export const noticesQuery = pagesOf('GET /notices', { query: { limit: 20 } })
