// Whom a locked screen greets, so that nobody types a NIP again. In a cookie that ends with the browser, not in localStorage or
// IndexedDB: Chromium leaves what stood there in its profile folder, and a name in clear is what decision 0035 keeps out of it.
import type { Me } from './apiTypes.ts'

const cookie = 'sepakat.here'

export interface LockedPerson {
  id: string
  name: string
  /** What this person signs in with. */
  signIn: string
}

/** Called while someone is signed in: at locking it would be too late where the page was closed instead. */
export async function rememberPerson({ person }: Pick<Me, 'person'>): Promise<void> {
  const { id, name, username, nip } = person
  const signIn = username ?? nip
  if (!signIn) return
  const value = encodeURIComponent(JSON.stringify({ id, name, signIn } satisfies LockedPerson))
  await globalThis.cookieStore?.set({ name: cookie, value, sameSite: 'strict' }).catch(() => undefined)
}
export async function forgetPerson(): Promise<void> {
  await globalThis.cookieStore?.delete(cookie).catch(() => undefined)
}

/** Who was signed in here last, as far as the browser still knows; `id` where the lock names one. Null without. */
export function lockedPerson(id: string): LockedPerson | null {
  const found = document.cookie.split('; ').find(one => one.startsWith(`${cookie}=`))
  if (!found) return null
  try {
    const person: LockedPerson = JSON.parse(decodeURIComponent(found.slice(cookie.length + 1)))
    return id === '' || person.id === id ? person : null
  } catch {
    return null
  }
}
