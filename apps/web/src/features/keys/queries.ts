import type { ResponseOf } from '#sync/apiTypes.ts'
import { everyPageOf, pagesOf } from '#sync/transport/queryOf.ts'
import type { Choice } from '#ui/SelectField.tsx'

export type Key = ResponseOf<'GET /keys'>['items'][number]
export type Issued = ResponseOf<'POST /keys'>

export const keysQuery = pagesOf('GET /keys')

/** Everyone who can be responsible for a key, as choices; a regency's people are a few pages at most. */
export const ownersQuery = {
  ...everyPageOf('GET /people', { query: { limit: 200 } }),
  select: (people: ResponseOf<'GET /people'>['items']): Choice[] =>
    people
      .filter(person => !person.disabled)
      .map(person => ({ value: person.id, label: `${person.name} (${person.nip ?? person.username})` })),
}
