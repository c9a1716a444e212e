import { useQueryClient } from '@tanstack/react-query'
import { cataloguesQuery } from '#administration/queries.ts'
import { formsQuery } from '#submissions/sharedQueries.ts'
import { rowsKey } from './queries.ts'

/** Invalidates everything read of catalogues after a publication. */
export function usePublished(): () => Promise<void> {
  const client = useQueryClient()
  const keys = [
    rowsKey,
    cataloguesQuery.queryKey,
    formsQuery.queryKey,
    ['GET /assignments'],
    ['GET /forms/:type/:form'],
  ]
  return async () => {
    await Promise.all(keys.map(queryKey => client.invalidateQueries({ queryKey })))
  }
}
