import type { QueryOf, ResponseOf } from '#sync/apiTypes.ts'
import { pagesOf, queryOf } from '#sync/transport/queryOf.ts'

export type Wish = QueryOf<'GET /submissions'>

/** Reports within the post's reach by filters, the first due first, in pages. */
export const queueQuery = (query: Wish) => ({ ...pagesOf('GET /submissions', { query }), refetchInterval: 60_000 })

/** The history of a report, newest first, in pages. */
export const eventsQuery = (id: string) =>
  pagesOf('GET /submissions/:id/events', { params: { id }, query: { limit: 100 } })

/** The region's workflow steps, to say where a move leads. */
export const settingsQuery = (id: string) => ({
  ...queryOf('GET /submissions/:id/form', { params: { id } }),
  select: ({ settings }: ResponseOf<'GET /submissions/:id/form'>) => settings,
  staleTime: 600_000,
})

/** Key of the mutation that saves a new note of a report: it is pending until the notes are fetched again with the new one. */
export const savingNote = (submission: string) => ['save note', submission]
