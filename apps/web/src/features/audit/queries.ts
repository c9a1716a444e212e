import type { QueryOf, ResponseOf } from '#sync/apiTypes.ts'
import { everyPageOf, pagesOf } from '#sync/transport/queryOf.ts'

export type TrailLine = ResponseOf<'GET /events'>['items'][number]
export type TrailWish = QueryOf<'GET /events/export'>

export const trailQuery = (query: TrailWish) => pagesOf('GET /events', { query })

/** Whom the trail can be searched for: rarely more than a few hundred. */
export const trailPeopleQuery = everyPageOf('GET /events/people', { query: { limit: 200 } })
