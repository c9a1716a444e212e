// A query of the server is its route and its arguments: they are its key, and what is sent. The ETag goes along (knownAnswers.ts).
import type { Route } from '@sepakat/contract'
import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Args, ResponseOf } from '../apiTypes.ts'
import { cacheFirst } from './cacheFirst.ts'
import { keepEqual, type Read as ReadAny, readAgain } from './knownAnswers.ts'

interface How {
  /** What this device has is shown `at-once`, then renewed (cacheFirst.ts), or `instead` of asking the server. */
  device?: 'at-once' | 'instead'
}
type Read<R extends Route> = (ask: Args<R>[0]) => Promise<ResponseOf<R> & object>

/** The key of a route, which all its queries begin with: `queryClient.invalidateQueries` by it takes them all. */
export const keyOf = (route: Route, about: object = {}): readonly unknown[] =>
  Object.keys(about).length > 0 ? [route, about] : [route]

/** What several requests of one route give together; `about` is what tells these from others. */
export function readingOf<R extends Route, T extends object>(
  route: R,
  about: object | undefined,
  run: (read: Read<R>) => Promise<T>,
  { device }: How = {},
) {
  const all = (read: ReadAny) =>
    // what may be left out is left out by the type of `ask`
    run(async ask => (await read(route, ...([ask] as Args<R>))) as ResponseOf<R> & object)
  return queryOptions({
    queryKey: keyOf(route, about),
    queryFn: device
      ? cacheFirst(all, { renew: device !== 'instead' })
      : ({ client, queryKey }) => readAgain(client.getQueryData(queryKey), all),
    structuralSharing: keepEqual,
  })
}

/** One request: `queryOf('GET /submissions/:id', { params: { id } })`. */
export const queryOf = <R extends Route>(route: R, ...[ask, how]: [...Args<R>, how?: How]) =>
  readingOf(route, ask as object | undefined, read => read(ask as Args<R>[0]), how as How | undefined)

interface Asked {
  params?: Record<string, string | number>
  query?: Record<string, unknown>
}
type ItemOf<R extends Route> = ResponseOf<R> extends { items: (infer I)[] } ? I : never
const pageAt = <R extends Route>(ask: Args<R>[0], cursor: string | undefined): Args<R>[0] => {
  const { query, ...rest } = (ask ?? {}) as Asked
  return { ...rest, query: { ...query, cursor } } as object as Args<R>[0]
}

/** A list that is read page by page, as far as it is looked at. */
export const pagesOf = <R extends Route>(route: R, ...[ask]: Args<R>) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(route, (ask ?? {}) as Asked), 'pages'],
    queryFn: ({ client, queryKey, pageParam }) => {
      const { pages = [], pageParams = [] } = client.getQueryData<InfiniteData<object>>(queryKey) ?? {}
      const before = pages[pageParams.indexOf(pageParam)]
      return readAgain(before, read => read(route, ...([pageAt<R>(ask, pageParam)] as Args<R>)))
    },
    structuralSharing: keepEqual,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => (page as { next: string | null }).next ?? undefined,
  })

/** The lines of all pages of a list, at most `mostPages`. */
export const everyPageOf = <R extends Route>(route: R, ask: Args<R>[0], how: How & { mostPages?: number } = {}) =>
  readingOf(
    route,
    { ...(ask as Asked), all: true },
    async read => {
      const lines: ItemOf<R>[] = []
      let cursor: string | undefined
      for (let n = 0; n < (how.mostPages ?? Number.POSITIVE_INFINITY); n += 1) {
        const page = (await read(pageAt<R>(ask, cursor))) as { items: ItemOf<R>[]; next: string | null }
        lines.push(...page.items)
        if (!page.next) break
        cursor = page.next
      }
      return lines
    },
    how,
  )

/** The same request kept apart from its like, by what is not sent: the version of a form, the part of it that is shown. */
export const keptApart = <Q extends { queryKey: readonly unknown[] }>(query: Q, ...by: unknown[]): Q => ({
  ...query,
  queryKey: [...query.queryKey, ...by],
})
