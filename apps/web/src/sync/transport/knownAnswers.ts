// TanStack Query has the only cache of GETs in memory; here is with which ETag each of its values came. It is kept by the value
// itself: what Query lets go, or another person's client never had, has no ETag either, and data set by hand is read in full.
import type { Route } from '@sepakat/contract'
import { replaceEqualDeep } from '@tanstack/react-query'
import type { Answer } from '../apiTypes.ts'
import { addressOf, type api, call } from './api.ts'

export type Read = typeof api
type Options = Parameters<typeof addressOf>[1]
type Asking = (route: Route, options: Options & { known: Answer<unknown> | undefined }) => Promise<Answer<unknown>>

const answers = new WeakMap<object, ReadonlyMap<string, Answer<unknown>>>()

const isCopied = (got: ReadonlyMap<string, Answer<unknown>>): boolean =>
  [...got.values()].some(({ at }) => at !== undefined)

/** Whether this is cached data of this device that the server has not confirmed. */
export const isFromCache = (value: object | undefined): boolean => {
  const got = value && answers.get(value)
  return got !== undefined && isCopied(got)
}

/**
 * Runs `run`, each of whose requests asks with the ETag that `before`, the query's value until now, has of the same address.
 * @throws what a request throws
 */
export async function readAgain<T>(
  before: object | undefined,
  run: (read: Read) => Promise<T>,
  ask = call as Asking,
): Promise<T> {
  const known = before && answers.get(before)
  const got = new Map<string, Answer<unknown>>()
  const read = async (route: Route, options: Options) => {
    const address = addressOf(route, options)
    const answer = await ask(route, { ...options, known: known?.get(address) })
    got.set(address, answer)
    return answer.data
  }
  const value = await run(read as Read)
  answers.set(value as object, got)
  return value
}

/** Query keeps what is equal, and copies what is not: what it keeps in place of a value, or of a page, has that one's answers. */
export function keepEqual(before: unknown, now: unknown): unknown {
  const kept = replaceEqualDeep(before, now)
  passOn(now, kept)
  const pages = pagesIn(kept)
  for (const [at, page] of pagesIn(now).entries()) passOn(page, pages[at])
  return kept
}

const pagesIn = (value: unknown): unknown[] => {
  const { pages } = (value ?? {}) as { pages?: unknown }
  return Array.isArray(pages) ? pages : []
}

function passOn(from: unknown, to: unknown): void {
  const got = answers.get(from as object)
  // a copy of this device confirms nothing of what the server gave
  if (!got || from === to || (isCopied(got) && answers.has(to as object))) return
  // the body of a value that is one answer is that value, not a second one beside it
  const own = ([address, answer]: [string, Answer<unknown>]) =>
    [address, answer.data === from ? { ...answer, data: to } : answer] as const
  answers.set(to as object, new Map([...got].map(own)))
}
