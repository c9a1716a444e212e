// Queries of one report, for filling in, reviewing or reading its history: one key each.
import { queryOptions } from '@tanstack/react-query'
import { isLive } from '#sync/live/liveUpdates.ts'
import { api } from '#sync/transport/api.ts'
import { cacheFirst } from '#sync/transport/cacheFirst.ts'

/** Others act on the same report: polled every 20 seconds while the page is visible; with live updates at once, and lost ones later. */
const often = (id: string) => () => (isLive(id) ? 120_000 : 20_000)

export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ['GET /submissions/:id', id],
    queryFn: cacheFirst(read => read('GET /submissions/:id', { params: { id } })),
    refetchInterval: often(id),
  })

export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: ['GET /submissions/:id/notes', id],
    queryFn: cacheFirst(read => read('GET /submissions/:id/notes', { params: { id } })),
    refetchInterval: often(id),
  })

export const attachmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['GET /submissions/:id/attachments', id],
    queryFn: cacheFirst(read => read('GET /submissions/:id/attachments', { params: { id } })),
    refetchInterval: often(id),
  })

/** Accepted changes of one cell, row or table; `rev` refreshes it when one more is known. */
export const cellHistoryQuery = (id: string, pointer: string, rev: number) =>
  queryOptions({
    queryKey: ['GET /submissions/:id/changes', id, pointer, rev],
    queryFn: () => api('GET /submissions/:id/changes', { params: { id }, query: { since: 0, pointer, limit: 500 } }),
  })

export const revisionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['GET /submissions/:id/revisions', id],
    queryFn: () => api('GET /submissions/:id/revisions', { params: { id } }),
  })

/** A revision is frozen: read once. */
export const revisionQuery = (id: string, n: number) =>
  queryOptions({
    queryKey: ['GET /submissions/:id/revisions/:n', id, n],
    queryFn: () => api('GET /submissions/:id/revisions/:n', { params: { id, n } }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Read again each time the form is opened, and on reconnecting: the forms it reads (an agreement, an earlier quarter) may have changed. */
export const materialQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['GET /submissions/:id/form', id, version],
    queryFn: cacheFirst(read => read('GET /submissions/:id/form', { params: { id } })),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: 'always',
    gcTime: 0,
  })

/** A published version never changes. */
export const versionQuery = (form: string, n: number) =>
  queryOptions({
    queryKey: ['GET /forms/:type/:form/versions/:n', form, n],
    queryFn: cacheFirst(
      read => {
        const [type = '', name = ''] = form.split('/')
        return read('GET /forms/:type/:form/versions/:n', { params: { type, form: name, n } })
      },
      { renew: false },
    ),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Read once when the form is opened, or another part of it is assigned; later changes come by `changes`. */
export const answersQuery = (id: string, part: string[] | null) =>
  queryOptions({
    queryKey: ['GET /submissions/:id/answers', id, part],
    queryFn: () => api('GET /submissions/:id/answers', { params: { id }, query: { revs: true } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
