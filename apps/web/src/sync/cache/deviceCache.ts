// The device's cache of API responses: each good response of these routes, returned again while the server does not answer. Keyed
// by user and post, since another post sees other data. The only place that reads and writes the cache.
import type { Route } from '@sepakat/contract'
import type { Answer } from '../apiTypes.ts'
import { hasCode, NoAnswerError } from '../problems/ProblemError.ts'
import { database } from '../vault/database.ts'
import { keepsOnDevice } from '../vault/keepsOnDevice.ts'
import { decryptJson, encryptJson } from '../vault/vault.ts'
import { cameFromServer, shownFromDevice } from './shownFromCache.ts'

/** What home and forms read. Lists of the administration, and changes since a version, are of no use offline. */
const routes: ReadonlySet<Route> = new Set<Route>([
  'GET /announcements',
  'GET /contributions',
  'GET /forms',
  'GET /forms/:type/:form/versions/:n',
  'GET /obligations',
  'GET /obligations/:id/draft',
  'GET /offices',
  'GET /periods',
  'GET /submissions/:id',
  'GET /submissions/:id/answers',
  'GET /submissions/:id/attachments',
  'GET /submissions/:id/form',
  'GET /submissions/:id/notes',
  'GET /submissions/:id/revisions',
])
/** Kept only to ask whether they changed: without the server's word an old count of what is unread, or open, would be shown as today's. */
const confirmedOnly: ReadonlySet<Route> = new Set<Route>(['GET /notices/unread', 'GET /questions'])
/** After this time (ms) without a response the cached one is shown; a late response still updates it. */
export const cacheTimeoutMs = 8000
/** An entry not renewed for this long (ms) is deleted. */
const longest = 100 * 86_400_000

export interface CacheEntry<T = unknown> extends Answer<T> {
  /** The server confirmed it as unchanged: nothing is encrypted again. */
  unchanged?: true
}
export type CachedEntry<T = unknown> = Answer<T> & { at: number }

let reader: string | null = null
/** Reader and address of responses the device failed to store: the stored entry there is older than what was read. */
const notStored = new Set<string>()

/** Whose cache is read and written from now on (`person/post`); null: none. */
export function setCacheReader(who: string | null): void {
  reader = who
}

/** As whom this page reads and writes: `person/post`; null while signed out. */
export const actsAs = (): string | null => reader

const storesOf = (routes: ReadonlySet<Route>, route: Route): boolean =>
  reader !== null && keepsOnDevice() && routes.has(route)

/** Its cached response is shown while none comes. */
export const isCopied = (route: Route): boolean => storesOf(routes, route)

/** Its cached response is what a conditional request refers to, and never shown without an answer to that. */
export const isConfirmedOnly = (route: Route): boolean => storesOf(confirmedOnly, route)

/** Asks the server, and stores its response. @throws what `ask` throws */
export async function intoCache<T>(address: string, ask: () => Promise<CacheEntry<T>>): Promise<CacheEntry<T>> {
  const who = reader ?? ''
  const answer = await ask()
  const isKept = answer.unchanged && !notStored.has(`${who} ${address}`)
  void (isKept ? touchCached(who, address) : writeCached(who, address, answer))
  cameFromServer(address)
  return answer
}

/** As `intoCache`, and returns the cached response where none comes. @throws what `ask` throws, where there is none. */
export async function throughCache<T>(address: string, ask: () => Promise<CacheEntry<T>>): Promise<CacheEntry<T>> {
  const who = reader ?? ''
  const asked = intoCache(address, ask)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<CacheEntry<T>>(resolve => {
    timer = setTimeout(async () => {
      const copy = await shown<T>(who, address)
      if (copy) resolve(copy)
    }, cacheTimeoutMs)
  })
  try {
    return await Promise.race([asked, late])
  } catch (error) {
    // a server without room, or a proxy without a server, has not answered either
    const unanswered = error instanceof NoAnswerError || hasCode(error, 'busy')
    const copy = unanswered ? await shown<T>(who, address) : undefined
    if (copy) return copy
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function shown<T>(who: string, address: string): Promise<CachedEntry<T> | undefined> {
  const copy = await readCached<T>(who, address)
  if (copy) shownFromDevice(address, copy.at)
  return copy
}

/** A device that cannot store loses only the cache. */
const quietly = <T>(work: () => Promise<T>): Promise<T | undefined> => work().catch(() => undefined)

/** `who`: person and post, or the person alone. */
export const personOf = (who: string): string => who.split('/', 1)[0] ?? ''

export const writeCached = (who: string, address: string, { data, etag }: CacheEntry): Promise<unknown> =>
  quietly(async () => {
    const key = `${who} ${address}`
    notStored.add(key)
    const copy = await encryptJson(personOf(who), address, { data, etag })
    await (await database()).put('copies', { who, address, at: Date.now(), copy })
    notStored.delete(key)
  })

const touchCached = (who: string, address: string): Promise<unknown> =>
  quietly(async () => {
    const { store, done } = (await database()).transaction('copies', 'readwrite')
    const found = await store.get([who, address])
    if (found) await store.put({ ...found, at: Date.now() })
    await done
  })

export const readCached = <T>(who: string, address: string): Promise<CachedEntry<T> | undefined> =>
  quietly(async () => {
    const found = await (await database()).get('copies', [who, address])
    const copy = found && (await decryptJson<CacheEntry<T>>(personOf(who), address, found.copy))
    return copy && { ...copy, at: found.at }
  })

/** What the reader has of this address, for a conditional request. */
export const readOwnCached = <T>(address: string): Promise<CachedEntry<T> | undefined> =>
  readCached<T>(reader ?? '', address)

/** Caches what the server would answer the reader. @throws where the device refuses */
export async function writeOwnCached(address: string, data: unknown): Promise<void> {
  const who = reader ?? ''
  await writeCached(who, address, { data, etag: null })
  if (notStored.has(`${who} ${address}`)) throw new Error('the device takes no copy')
}

/** Deletes entries that were not read for long. */
export const pruneCache = (): Promise<unknown> =>
  quietly(async () => {
    const { store, done } = (await database()).transaction('copies', 'readwrite')
    for await (const cursor of store) if (cursor.value.at < Date.now() - longest) await cursor.delete()
    await done
  })
