import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** Figures of whole reports (no row) of one form and year, final and provisional. */
export const figuresQuery = (form: string, year: number) =>
  infiniteQueryOptions({
    queryKey: ['GET /figures', form, year],
    queryFn: ({ pageParam, signal }) =>
      api('GET /figures', { query: { form, year, row: '', provisional: true, limit: 200, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
