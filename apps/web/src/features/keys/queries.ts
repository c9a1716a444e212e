import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'
import type { Choice } from '#ui/SelectField.tsx'

export type Key = ResponseOf<'GET /keys'>['items'][number]
export type Issued = ResponseOf<'POST /keys'>

export const keysQuery = infiniteQueryOptions({
  queryKey: ['GET /keys'],
  queryFn: ({ pageParam }) => api('GET /keys', { query: { cursor: pageParam } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: page => page.next ?? undefined,
})

/** Everyone who can be responsible for a key, as choices; a regency's people are a few pages at most. */
export const ownersQuery = queryOptions({
  queryKey: ['GET /people', 'owners'],
  queryFn: async () => {
    const owners: Choice[] = []
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await api('GET /people', { query: { limit: 200, cursor } })
      for (const person of items) {
        if (!person.disabled)
          owners.push({ value: person.id, label: `${person.name} (${person.nip ?? person.username})` })
      }
      if (next === null) return owners
      cursor = next
    }
  },
})
