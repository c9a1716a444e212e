// Cache first, for home and forms: cached responses are shown at once, and updated as soon as the server has answered.
// Only without an answer does the page say that its data is cached (sync/cache/deviceCache.ts).
import type { Route } from '@sepakat/contract'
import type { QueryFunctionContext } from '@tanstack/react-query'
import { isCopied, readOwnCached } from '../cache/deviceCache.ts'
import { ProblemError } from '../problems/ProblemError.ts'
import { addressOf } from './api.ts'
import { isFromCache, type Read, readAgain } from './knownAnswers.ts'

class NotCached extends Error {}

async function askDevice(route: Route, options: Parameters<typeof addressOf>[1]) {
  const copy = isCopied(route) ? await readOwnCached(addressOf(route, options)) : undefined
  if (!copy) throw new NotCached()
  return copy
}

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
      const copy = await readAgain(undefined, run, askDevice).catch(() => undefined)
      if (copy) {
        const renewed = () => query()?.fetch()
        // once the query has stored it
        if (renew) setTimeout(() => renewed()?.catch(() => undefined))
        return copy
      }
    }
    try {
      return await readAgain(known, run)
    } catch (error) {
      if (isFromCache(known) && error instanceof ProblemError)
        query()?.setState({ data: undefined, status: 'error', error })
      throw error
    }
  }
