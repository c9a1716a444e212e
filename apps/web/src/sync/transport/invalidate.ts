import type { Route } from '@sepakat/contract'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { keyOf } from './queryOf.ts'

/** Reads again what is shown of these routes, and what is not shown as soon as it is. */
export async function invalidate(client: QueryClient, ...routes: readonly Route[]): Promise<void> {
  await Promise.all(routes.map(route => client.invalidateQueries({ queryKey: keyOf(route) })))
}

export function useInvalidate(): (...routes: readonly Route[]) => Promise<void> {
  const client = useQueryClient()
  return (...routes) => invalidate(client, ...routes)
}
