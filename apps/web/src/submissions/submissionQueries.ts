// Queries of one report, for filling in, reviewing or reading its history.

import { isLive } from '#sync/live/liveUpdates.ts'
import { keptApart, queryOf } from '#sync/transport/queryOf.ts'

const never = Number.POSITIVE_INFINITY
/** Others act on the same report: polled every 20 seconds while the page is visible; with live updates at once, and lost ones later. */
const often = (id: string) => () => (isLive(id) ? 120_000 : 20_000)

export const submissionQuery = (id: string) => ({
  ...queryOf('GET /submissions/:id', { params: { id } }, { device: 'at-once' }),
  refetchInterval: often(id),
})

export const notesQuery = (id: string) => ({
  ...queryOf('GET /submissions/:id/notes', { params: { id } }, { device: 'at-once' }),
  refetchInterval: often(id),
})

export const attachmentsQuery = (id: string) => ({
  ...queryOf('GET /submissions/:id/attachments', { params: { id } }, { device: 'at-once' }),
  refetchInterval: often(id),
})

/** Accepted changes of one cell, row or table; `rev` refreshes it when one more is known. */
export const cellHistoryQuery = (id: string, pointer: string, rev: number) =>
  keptApart(queryOf('GET /submissions/:id/changes', { params: { id }, query: { since: 0, pointer, limit: 500 } }), rev)

export const revisionsQuery = (id: string) => queryOf('GET /submissions/:id/revisions', { params: { id } })

/** A revision is frozen: read once. */
export const revisionQuery = (id: string, n: number) => ({
  ...queryOf('GET /submissions/:id/revisions/:n', { params: { id, n } }),
  staleTime: never,
})

/** Read again each time the form is opened, and on reconnecting: the forms it reads (an agreement, an earlier quarter) may have changed. */
export const materialQuery = (id: string, version: number) => ({
  ...keptApart(queryOf('GET /submissions/:id/form', { params: { id } }, { device: 'at-once' }), version),
  staleTime: never,
  refetchOnReconnect: 'always' as const,
  gcTime: 0,
})

/** A published version never changes. */
export const versionQuery = (form: string, n: number) => {
  const [type = '', name = ''] = form.split('/')
  return {
    ...queryOf('GET /forms/:type/:form/versions/:n', { params: { type, form: name, n } }, { device: 'instead' }),
    staleTime: never,
  }
}

/** Read once when the form is opened, or another part of it is assigned; later changes come by `changes`. */
export const answersQuery = (id: string, part: string[] | null, device?: 'instead') => ({
  ...keptApart(
    queryOf('GET /submissions/:id/answers', { params: { id }, query: { revs: true } }, { device }),
    part,
    device ?? 'server',
  ),
  staleTime: never,
  gcTime: 0,
})

/**
 * The initial answers of a form: cached ones where this device has them, since `changes` brings what came after. Not of a part:
 * the cache may be of an earlier part, and changes would not bring the rest.
 */
export const openingAnswersQuery = (id: string, part: string[] | null) =>
  answersQuery(id, part, part === null ? 'instead' : undefined)
