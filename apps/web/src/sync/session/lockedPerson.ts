// The user whose screen is locked, so that the NIP need not be typed again. In a session cookie, not in localStorage or
// IndexedDB: Chromium leaves deleted values in its profile folder, and a name in clear is what decision 0035 keeps out of it.
import type { Me } from '../apiTypes.ts'

const cookie = 'sepakat.here'

export interface LockedPerson {
  id: string
  name: string
  /** The name this user signs in with. */
  signIn: string
}

/** Called while a user is signed in: at locking it would be too late where the page was closed instead. */
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

/** The last user who was signed in here, as far as the browser still knows; `id` where the lock names one. Null for none. */
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
