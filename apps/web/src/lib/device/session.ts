// Who is at work on this device: opens and closes what it keeps of a person.
import type { Me } from '../apiTypes.ts'
import { actingKey } from '../tabs.ts'
import { keepsOnDevice } from './database.ts'
import { pruneCache, readCached, setCacheReader, writeCached } from './deviceCache.ts'
import { heldByOtherTab } from './otherTabs.ts'
import { lockByPassword, openByPassword } from './passwordLocks.ts'
import { closeVault, type Held, keyOf, openVault, vault } from './vault.ts'

const address = 'session'
/** Making a lock takes a cheap phone about a second (ms); nobody is kept out by it for longer. */
const timeoutMs = 2500

/** Whether this device could keep something of the person, but was given no key: who is here signs in (again). */
export const lacksKey = ({ person, deviceKey }: Me): boolean =>
  keepsOnDevice() && deviceKey === null && vault()?.person !== person.id

/** The server has said who this is. `password`: as it was just typed; without a line it opens what is kept. */
export async function openDevice(me: Me, password?: string): Promise<void> {
  const { person, deviceKey } = me
  if (keepsOnDevice() && deviceKey !== null) {
    const raw = Uint8Array.from(atob(deviceKey.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))
    openVault({ person: person.id, keys: [await keyOf(raw)] })
    // Waited for: whoever goes on to another address at once must still find the device open to the password
    if (password !== undefined)
      await Promise.race([lock(me, raw, password).catch(() => undefined), new Promise(go => setTimeout(go, timeoutMs))])
  }
  setCacheReader(actingKey(me))
  if (!keepsOnDevice()) return
  void writeCached(person.id, address, { data: { ...me, deviceKey: null }, etag: null })
  // what is shown first is read first
  setTimeout(pruneCache, 10_000)
}

async function lock(me: Me, raw: Uint8Array<ArrayBuffer>, password: string): Promise<void> {
  const held = await lockByPassword(me, raw, password)
  // unless somebody else is at work by now
  if (vault()?.person === held.person) openVault(held)
}

/** Says that it is too late: somebody has come in meanwhile, by the word of the server. */
type Late = () => boolean

/** Opens what is kept of who was signed in here last as this person, with the server's clock as it must be by now. */
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

/** Who is at work in another tab, for a start without a line; null where nobody is. */
export const openBesideOthers = async (isLate: Late): Promise<Me | null> =>
  openAs(keepsOnDevice() ? await heldByOtherTab() : null, isLate)

/** Whom name and password mean on this device, for a start without a line; null where they open nothing. */
export const openOffline = async (name: string, password: string, isLate: Late): Promise<Me | null> =>
  openAs(keepsOnDevice() ? await openByPassword(name, password).catch(() => null) : null, isLate)

/** Nobody is at work here any more. What is kept stays, sealed, for its owner. */
export function closeDevice(): void {
  setCacheReader(null)
  closeVault()
}
