// The key of a person's keeping, wrapped by the password: for a start without a line. Which lock is whose, the device does not know
// before it is opened: its id comes out of name and password too, so neither names nor how many people were here can be read.
import type { Me } from '../apiTypes.ts'
import { database } from './database.ts'
import { thisDevice } from './deviceId.ts'
import { keyOf, type Sealed, sealUnder, unsealUnder } from './vault.ts'

/** OWASP's figure for PBKDF2 with SHA-512: the browser has nothing dearer of its own. */
const rounds = 210_000

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('')

async function lockOf(name: string, password: string): Promise<{ id: string; key: CryptoKey }> {
  const salt = bytesOf(JSON.stringify(['sepakat', thisDevice().device, name.trim().toLowerCase()]))
  const secret = await crypto.subtle.importKey('raw', bytesOf(password), 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-512', salt, iterations: rounds },
    secret,
    512,
  )
  return { id: hex(bits.slice(32)), key: await keyOf(bits.slice(0, 32)) }
}

/** Under each name the person can sign in with. Locks of an older password are taken away. */
export async function lockByPassword({ person }: Me, raw: Uint8Array<ArrayBuffer>, password: string): Promise<void> {
  const names = [person.username, person.nip].filter(name => name !== null)
  const locks = await Promise.all(
    names.map(async name => {
      const { id, key } = await lockOf(name, password)
      return { id, person: person.id, sealed: await sealUnder(key, id, raw) }
    }),
  )
  const { store, done } = (await database()).transaction('locks', 'readwrite', { durability: 'strict' })
  const own = await store.index('person').getAllKeys(person.id)
  const old = own.filter(id => locks.every(lock => lock.id !== id))
  await Promise.all([...locks.map(lock => store.put(lock)), ...old.map(id => store.delete(id)), done])
}

/** Whose key name and password open, and the key; null where they open nothing. */
export async function openByPassword(
  name: string,
  password: string,
): Promise<{ person: string; key: CryptoKey } | null> {
  const { id, key } = await lockOf(name, password)
  const lock = await (await database()).get('locks', id)
  if (!lock) return null
  return { person: lock.person, key: await keyOf(await unsealUnder(key, id, lock.sealed as Sealed)) }
}
