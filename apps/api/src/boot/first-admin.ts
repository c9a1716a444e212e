import {
  addPerson,
  addPost,
  appendEvent,
  freeUsername,
  lookForAdmin,
  putCode,
  type Queryable,
  transaction,
} from '@sepakat/db'
import { type Credentials, randomLetters, spaced } from '../http/credentials.ts'
import type { Ground } from '../http/deps.ts'
import { createRegion } from '../http/region.ts'

const codeDays = 7

const addAdmin = async (tx: Queryable, now: Date, today: string): Promise<{ id: string; signInName: string }> => {
  const username = await freeUsername(tx, 'pengelola')
  const id = await addPerson(tx, { name: 'Pengelola sistem', nip: null, username, phone: null })
  const system = { stream: 'rights', actor: 'system', at: now } as const
  await appendEvent(tx, { ...system, type: 'person.created', data: { person: id }, binds: { person: [id] } })
  const post = {
    role: 'admin' as const,
    title: 'Pengelola sistem',
    reportTypes: [],
    region: true,
    offices: [],
    from: today,
    to: null,
    acting: null,
    actingFor: null,
  }
  const postId = await addPost(tx, id, post)
  await appendEvent(tx, {
    ...system,
    type: 'post.granted',
    data: { post: postId, person: id, role: 'admin', region: true },
    binds: { post: [postId] },
  })
  return { id, signInName: username }
}

/**
 * Where no admin can sign in (a new installation, a code that ran out, demo accounts that were shut or are off), makes a way in:
 * one with a one-time code that only who started the program reads.
 * @param demo whether demo accounts can sign in
 * @returns what to print, or null where an admin can sign in
 */
export const openFirstDoor = async (
  { db, clock }: Pick<Ground, 'db' | 'clock'>,
  { digest }: Pick<Credentials, 'digest'>,
  demo: boolean,
): Promise<string | null> => {
  const now = clock()
  const today = await createRegion(db).today(now)
  return transaction(db, async tx => {
    const { isOpen, waiting } = await lookForAdmin(tx, now, today, demo)
    if (isOpen) return null
    const { id, signInName } = waiting ?? (await addAdmin(tx, now, today))
    const letters = randomLetters(10)
    const expiresAt = new Date(now.getTime() + codeDays * 86_400_000)
    await putCode(tx, { personId: id, hash: digest('code', id, letters), issuedBy: 'system', now, expiresAt })
    await appendEvent(tx, { stream: 'rights', type: 'code.issued', actor: 'system', at: now, data: { person: id } })
    return `Belum ada pengelola yang dapat masuk. Buka "Masuk dengan kode": nama ${signInName}, kode ${spaced(letters)} (berlaku ${codeDays} hari, satu kali).`
  })
}
