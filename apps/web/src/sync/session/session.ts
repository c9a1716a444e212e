// Unlocks and locks what is stored on this device of the signed-in user.
import type { Me } from '../apiTypes.ts'
import { pruneCache, readCached, setCacheReader, writeCached } from '../cache/deviceCache.ts'
import { actingKey } from '../tabs/tabs.ts'
import { keepsOnDevice } from '../vault/keepsOnDevice.ts'
import { lockByPassword, mayHaveOthers, openByPassword } from '../vault/passwordLocks.ts'
import { closeVault, type Held, keyOf, markOf, openVault, vault } from '../vault/vault.ts'
import { vaultOfOtherTab } from '../vault/vaultOfOtherTab.ts'

const address = 'session'
/** Making a lock takes a cheap phone about a second (ms); a user waits no longer than this for it. */
const timeoutMs = 2500

/** Whether this device could store data of the user, but was given no key: the user must sign in (again). */
export const lacksKey = ({ person, deviceKey }: Me): boolean =>
  keepsOnDevice() && deviceKey === null && vault()?.person !== person.id

/** The server has confirmed the user. `password`: as just typed; offline it unlocks what is stored. */
export async function openDevice(me: Me, password?: string): Promise<void> {
  const { person, deviceKey } = me
  if (keepsOnDevice() && deviceKey !== null) {
    const raw = Uint8Array.from(atob(deviceKey.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))
    const key = await keyOf(raw)
    const open = vault()?.person === person.id ? (vault()?.keys ?? []) : []
    // What was encrypted offline, with a key that the server has lost, stays readable meanwhile
    openVault({ person: person.id, keys: [key, ...open.filter(one => markOf(one) !== markOf(key))] })
    if (password !== undefined)
      await lockInTime(me, raw, password, await mayHaveOthers(person.id, key).catch(() => true))
  }
  setCacheReader(actingKey(me))
  if (!keepsOnDevice()) return
  void writeCached(person.id, address, { data: { ...me, deviceKey: null }, etag: null })
  // what is shown first is read first
  setTimeout(pruneCache, 10_000)
}

/**
 * Awaited: a user who goes on to another address at once must still find the device unlockable by password. Where the lock has keys
 * that open more of what is stored here, it is awaited to its end: what cannot be read at first is not looked for again.
 */
async function lockInTime(me: Me, raw: Uint8Array<ArrayBuffer>, password: string, opensMore: boolean): Promise<void> {
  const locking = lock(me, raw, password).catch(() => undefined)
  await (opensMore ? locking : Promise.race([locking, new Promise(go => setTimeout(go, timeoutMs))]))
}

async function lock(me: Me, raw: Uint8Array<ArrayBuffer>, password: string): Promise<void> {
  const held = await lockByPassword(me, raw, password)
  // unless another user is signed in by now
  if (vault()?.person === held.person) openVault(held)
}

/** Signals that it is too late: the server has confirmed a user meanwhile. */
type Late = () => boolean

/** Unlocks the data of the user who was signed in here last, with the server's clock as it must be by now. */
async function openAs(held: Held | null, isLate: Late): Promise<Me | null> {
  if (!held || isLate()) return null
  openVault(held)
  const copy = await readCached<Me>(held.person, address)
  if (isLate()) return null
  if (!copy) {
    closeVault()
    return null
  }
  setCacheReader(actingKey(copy.data))
  const passed = Date.now() - copy.at
  return { ...copy.data, now: new Date(Date.parse(copy.data.now) + passed).toISOString() }
}

/** The user of another tab, for an offline start; null for none. */
export const openBesideOthers = async (isLate: Late): Promise<Me | null> =>
  openAs(keepsOnDevice() ? await vaultOfOtherTab() : null, isLate)

/** The user with this name and password on this device, for an offline start; null where they unlock nothing. */
export const openOffline = async (name: string, password: string, isLate: Late): Promise<Me | null> =>
  openAs(keepsOnDevice() ? await openByPassword(name, password).catch(() => null) : null, isLate)

/** Signs out locally. What is stored stays, encrypted, for its owner. */
export function closeDevice(): void {
  setCacheReader(null)
  closeVault()
}
