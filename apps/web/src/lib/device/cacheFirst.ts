// What home and forms show first: the answers this device keeps, at once, and renewed as soon as the server has said how it is now.
// Only where it says nothing does the page say that they are copies (copies.ts).
import type { Route } from '@sepakat/contract'
import type { QueryFunctionContext } from '@tanstack/react-query'
import { addressOf, api } from '../api.ts'
import { ProblemError } from '../ProblemError.ts'
import { isCopied, readOwnCached } from './deviceCache.ts'

type Read = typeof api
class NotCached extends Error {}

/** What a query gave from this device and the server has not confirmed. */
const unconfirmed = new WeakSet<object>()

/** Whether this is a copy that nobody has asked the server about. */
export const isFromCache = (data: object | undefined): boolean => data !== undefined && unconfirmed.has(data)

const readFromCache = (async (route: Route, options: Parameters<typeof addressOf>[1]) => {
  const copy = isCopied(route) ? await readOwnCached(addressOf(route, options)) : undefined
  if (!copy) throw new NotCached()
  return copy.data
}) as Read

/**
 * The function of a query: `run` reads by the `read` it is given, from the device where nothing is known yet and all of it is there,
 * else from the server. `renew: false` for what never changes, or is renewed otherwise.
 * @throws what the server refuses; of what was shown from the device then nothing stays
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
        // once the query has taken it up
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
