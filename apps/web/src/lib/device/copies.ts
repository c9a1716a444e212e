// What a person read stays on the device: each good answer of these routes, given again while the server does not answer. Keyed
// by who reads, since another post sees other things. The one place that writes and reads copies.
import type { Route } from '@sepakat/contract'
import { NoAnswerError } from '../ProblemError.ts'
import { database, keepsOnDevice } from './database.ts'
import { cameFromServer, shownFromDevice } from './shownCopies.ts'

/** What home and forms are made of. Lists of the administration, and changes since a moment, are of no use without a line. */
const routes: ReadonlySet<Route> = new Set<Route>([
  'GET /announcements',
  'GET /contributions',
  'GET /forms',
  'GET /forms/:type/:form/versions/:n',
  'GET /obligations',
  'GET /offices',
  'GET /periods',
  'GET /submissions/:id',
  'GET /submissions/:id/answers',
  'GET /submissions/:id/attachments',
  'GET /submissions/:id/form',
  'GET /submissions/:id/notes',
  'GET /submissions/:id/revisions',
])
/** After so long (ms) without an answer the copy is shown; the answer still renews it when it comes. */
const patience = 8000
/** A copy that was not renewed for so long (ms) is let go. */
const longest = 100 * 86_400_000

export interface Copy<T = unknown> {
  data: T
  etag: string | null
}
/** `at`: when the server gave it (ms, by this device's clock). */
export type KeptCopy<T = unknown> = Copy<T> & { at: number }

let reader: string | null = null

/** Whose copies are written and given from now on; null: nobody's. */
export function copiesOf(who: string | null): void {
  reader = who
}

export const isCopied = (route: Route): boolean => reader !== null && keepsOnDevice() && routes.has(route)

/** Asks the server, and gives the copy where no answer comes. @throws what `ask` throws, where there is none. */
export async function throughCopies<T>(address: string, ask: () => Promise<Copy<T>>): Promise<Copy<T>> {
  const who = reader ?? ''
  const asked = ask().then(answer => {
    void keepCopy(who, address, answer)
    cameFromServer(address)
    return answer
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Copy<T>>(resolve => {
    timer = setTimeout(async () => {
      const copy = await shown<T>(who, address)
      if (copy) resolve(copy)
    }, patience)
  })
  try {
    return await Promise.race([asked, late])
  } catch (error) {
    const copy = error instanceof NoAnswerError ? await shown<T>(who, address) : undefined
    if (copy) return copy
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function shown<T>(who: string, address: string): Promise<KeptCopy<T> | undefined> {
  const copy = await copyOf<T>(who, address)
  if (copy) shownFromDevice(address, copy.at)
  return copy
}

/** A device that stores nothing costs only the copy. */
const quietly = <T>(work: () => Promise<T>): Promise<T | undefined> => work().catch(() => undefined)

export const keepCopy = (who: string, address: string, copy: Copy): Promise<unknown> =>
  quietly(async () => (await database()).put('copies', { who, address, at: Date.now(), copy }))

export const copyOf = <T>(who: string, address: string): Promise<KeptCopy<T> | undefined> =>
  quietly(async () => {
    const found = await (await database()).get('copies', [who, address])
    return found && { ...(found.copy as Copy<T>), at: found.at }
  })

/** Lets go of what `keep` does not want, and of what is too old. */
export const tidyCopies = (keep: (who: string) => boolean): Promise<unknown> =>
  quietly(async () => {
    const { store, done } = (await database()).transaction('copies', 'readwrite')
    for await (const cursor of store)
      if (!keep(cursor.value.who) || cursor.value.at < Date.now() - longest) await cursor.delete()
    await done
  })
