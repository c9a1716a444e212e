// Who was here last, for a start without a line; and what becomes of a person's copies when another comes.
import type { Me } from '../apiTypes.ts'
import { actingKey } from '../tabs.ts'
import { copiesOf, copyOf, keepCopy, tidyCopies } from './copies.ts'
import { database, keepsOnDevice } from './database.ts'

const address = 'session'
const nobody = ''

/** From now on copies are this person's in this post; those of others are let go. */
export function readAs(me: Me): void {
  copiesOf(actingKey(me))
}

/** The server has said who this is. */
export function rememberMe(me: Me): void {
  readAs(me)
  if (!keepsOnDevice()) return
  void keepCopy(nobody, address, { data: me, etag: null })
  void tidyCopies(who => who === nobody || who.startsWith(`${me.person.id}/`))
}

/** Who was signed in here last, with the server's clock as it must be by now; null where the device does not know. */
export async function lastHere(): Promise<Me | null> {
  if (!keepsOnDevice()) return null
  const copy = await copyOf<Me>(nobody, address)
  if (!copy) return null
  const passed = Date.now() - copy.at
  return { ...copy.data, now: new Date(Date.parse(copy.data.now) + passed).toISOString() }
}

/** The person signs out: nothing that was read stays. What is not on the server yet does, for its owner. */
export async function forgetRead(): Promise<void> {
  copiesOf(null)
  if (!keepsOnDevice()) return
  await tidyCopies(() => false)
  await (await database()).clear('learned').catch(() => undefined)
}
