// A user's key, wrapped by the password, for an offline start. The device does not know whose lock is whose
// before it is opened: its id derives from name and password too, so neither names nor the number of users can be read.
import type { Me } from '../apiTypes.ts'
import { database } from './database.ts'
import { thisDevice } from './thisDevice.ts'
import { decryptWith, type Encrypted, encryptWith, type Held, keyOf, markOf } from './vault.ts'

/** OWASP's figure for PBKDF2 with SHA-512, the strongest function browsers have built in. */
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

type Raw = Uint8Array<ArrayBuffer>
/** The size of one key (bytes). */
const length = 32

const opened = async ({ id, key }: { id: string; key: CryptoKey }): Promise<{ person: string; raws: Raw[] } | null> => {
  const lock = await (await database()).get('locks', id)
  if (!lock) return null
  const all = await decryptWith(key, id, lock.sealed as Encrypted)
  const raws = Array.from({ length: all.byteLength / length }, (_, n) => new Uint8Array(all, n * length, length))
  return { person: lock.person, raws }
}
const heldOf = async (person: string, raws: readonly Raw[]): Promise<Held> => ({
  person,
  keys: (await Promise.all(raws.map(keyOf))) as Held['keys'],
})

/**
 * One lock for each name the user can sign in with. Locks of an older password are deleted. Keys that the lock has and the server has
 * lost stay in it after the newest: unsent work may be encrypted with them. Returns all of them.
 */
export async function lockByPassword({ person }: Me, raw: Raw, password: string): Promise<Held> {
  const names = [person.username, person.nip].filter(name => name !== null)
  const made = await Promise.all(names.map(name => lockOf(name, password)))
  const before = (await Promise.all(made.map(lock => opened(lock).catch(() => null)))).flatMap(lock => lock?.raws ?? [])
  const raws = [...new Map([raw, ...before].map(one => [one.join(), one])).values()]
  const all = new Uint8Array(raws.flatMap(one => [...one]))
  const held = await heldOf(person.id, raws)
  const marks = held.keys.map(key => markOf(key) ?? '')
  const locks = await Promise.all(
    made.map(async ({ id, key }) => ({ id, person: person.id, sealed: await encryptWith(key, id, all), marks })),
  )
  const { store, done } = (await database()).transaction('locks', 'readwrite', { durability: 'strict' })
  const own = await store.index('person').getAllKeys(person.id)
  const old = own.filter(id => locks.every(lock => lock.id !== id))
  await Promise.all([...locks.map(lock => store.put(lock)), ...old.map(id => store.delete(id)), done])
  return held
}

/** Whether a lock of this user may have other keys than this: what is stored may be encrypted with them. */
export async function mayHaveOthers(person: string, key: CryptoKey): Promise<boolean> {
  const locks = await (await database()).getAllFromIndex('locks', 'person', person)
  return locks.some(({ marks }) => marks?.length !== 1 || marks[0] !== markOf(key))
}

/** The user and keys that name and password unlock; null where they unlock nothing. */
export async function openByPassword(name: string, password: string): Promise<Held | null> {
  const lock = await opened(await lockOf(name, password))
  return lock && heldOf(lock.person, lock.raws)
}
