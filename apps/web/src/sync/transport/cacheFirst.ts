// Cache first, for home and forms: cached responses are shown at once, and updated as soon as the server has answered.
// Only without an answer does the page say that its data is cached (sync/cache/deviceCache.ts).
import type { Route } from '@sepakat/contract'
import type { QueryFunctionContext } from '@tanstack/react-query'
import { isCopied, readOwnCached } from '../cache/deviceCache.ts'
import { ProblemError } from '../problems/ProblemError.ts'
import { addressOf, api } from './api.ts'

type Read = typeof api
class NotCached extends Error {}

/** Data a query took from the cache and the server has not confirmed. */
const unconfirmed = new WeakSet<object>()

/** Whether this is cached data that was not yet revalidated. */
export const isFromCache = (data: object | undefined): boolean => data !== undefined && unconfirmed.has(data)

const readFromCache = (async (route: Route, options: Parameters<typeof addressOf>[1]) => {
  const copy = isCopied(route) ? await readOwnCached(addressOf(route, options)) : undefined
  if (!copy) throw new NotCached()
  return copy.data
}) as Read

/**
 * A query function: `run` reads through the `read` it is given, from the cache where the query has no data and all of it is cached,
 * else from the server. `renew: false` for what never changes, or is renewed otherwise.
 * @throws the server's refusal; cached data is then removed from the screen
 */
export const cacheFirst =
  <T extends object>(run: (read: Read) => Promise<T>, { renew = true } = {}) =>
  async ({ client, queryKey }: QueryFunctionContext): Promise<T> => {
    const query = () => client.getQueryCache().find<T>({ queryKey, exact: true })
    const known = query()?.state.data
    if (known === undefined) {
      const copy = await run(readFromCache).catch(() => undefined)
      if (copy) {
        unconfirmed.add(copy)
        const renewed = () => query()?.fetch()
        // once the query has stored it
        if (renew) setTimeout(() => renewed()?.catch(() => undefined))
        return copy
      }
    }
    try {
      const answer = await run(api)
      if (known) unconfirmed.delete(known)
      return answer
    } catch (error) {
      if (isFromCache(known) && error instanceof ProblemError)
        query()?.setState({ data: undefined, status: 'error', error })
      throw error
    }
  }
