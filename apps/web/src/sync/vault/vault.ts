// What is stored on this device is encrypted (AES-GCM) with a key of this user on this device (design §5). The key in clear
// is only in the memory of tabs where the user is signed in: the server stores it with the account (`deviceKey`), and a copy
// wrapped by the password is on the device for an offline start (passwordLocks.ts).

export interface Encrypted {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}
export interface Held {
  person: string
  /** New data is encrypted with the first; the others the server no longer has (it was restored from a backup). */
  keys: [CryptoKey, ...CryptoKey[]]
}

export class VaultClosedError extends Error {
  override name = 'VaultClosedError'
}

let held: Held | null = null

const marks = new WeakMap<CryptoKey, string>()
/** Tells two keys apart and gives neither away: a hash of a random key. Undefined for a key of another tab. */
export const markOf = (key: CryptoKey): string | undefined => marks.get(key)

/** @param raw the key, 32 bytes */
export async function keyOf(raw: BufferSource): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  marks.set(key, btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', raw)))))
  return key
}

export function openVault(next: Held): void {
  held = next
}
export function closeVault(): void {
  held = null
}
/** The user whose data can be read and written here now. */
export const vault = (): Held | null => held

function keysFor(person: string): Held['keys'] {
  if (held?.person !== person) throw new VaultClosedError()
  return held.keys
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** @param place where it is stored: encrypted for one place, it can be decrypted in no other */
export async function encryptWith(key: CryptoKey, place: string, content: BufferSource): Promise<Encrypted> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(place) }, key, content)
  return { iv, data }
}
/** @throws OperationError where key or place differ */
export const decryptWith = (key: CryptoKey, place: string, { iv, data }: Encrypted): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(place) }, key, data)

/** @throws VaultClosedError where another user, or none, is signed in here */
export const encryptBytes = async (person: string, place: string, content: BufferSource): Promise<Encrypted> =>
  encryptWith(keysFor(person)[0], place, content)
/** Undefined where it was encrypted with a lost key: it is unreadable, and stays as it is. */
export async function decryptBytes(
  person: string,
  place: string,
  content: Encrypted,
): Promise<ArrayBuffer | undefined> {
  return Promise.any(keysFor(person).map(key => decryptWith(key, place, content))).catch(() => undefined)
}

/** As `encryptBytes` and `decryptBytes`, for JSON. */
export const encryptJson = (person: string, place: string, value: unknown): Promise<Encrypted> =>
  encryptBytes(person, place, bytesOf(JSON.stringify(value)))
export async function decryptJson<T>(person: string, place: string, content: Encrypted): Promise<T | undefined> {
  const bytes = await decryptBytes(person, place, content)
  return bytes && JSON.parse(new TextDecoder().decode(bytes))
}
