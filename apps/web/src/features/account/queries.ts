import type { ResponseOf } from '#sync/apiTypes.ts'
import { pagesOf, queryOf } from '#sync/transport/queryOf.ts'

export const sessionsQuery = queryOf('GET /sessions')

export const secondFactorQuery = queryOf('GET /second-factor')

export type AccountEvent = ResponseOf<'GET /session/events'>['items'][number]

export const accountEventsQuery = pagesOf('GET /session/events', { query: { limit: 10 } })
