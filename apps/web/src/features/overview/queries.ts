import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#sync/transport/api.ts'
import type { RecapData } from './recapLines.ts'

/** Figures of whole reports (no row) of one form and year, final and provisional. */
export const figuresQuery = (form: string, year: number) =>
  infiniteQueryOptions({
    queryKey: ['GET /figures', form, year],
    queryFn: ({ pageParam }) =>
      api('GET /figures', { query: { form, year, row: '', provisional: true, limit: 200, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

/** The figures of the region for one form and period, provisional ones included. */
export const recapQuery = (form: string, period: string) =>
  queryOptions({
    queryKey: ['GET /recap', form, period],
    queryFn: async () => (await api('GET /recap', { query: { form, period, provisional: true } })) as RecapData,
  })
