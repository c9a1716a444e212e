import {
  addPerson,
  addPost,
  freeUsername,
  lookForAdmin,
  noEvent,
  putCode,
  type Queryable,
  record,
  written,
} from '@sepakat/db'
import { type Credentials, randomLetters, spaced } from '../http/credentials.ts'
import type { Ground } from '../http/deps.ts'
import { createRegion } from '../http/region.ts'

const codeDays = 7

const addAdmin = async (tx: Queryable, today: string) => {
  const username = await freeUsername(tx, 'pengelola')
  const id = await addPerson(tx, { name: 'Pengelola sistem', nip: null, username, phone: null })
  const postId = await addPost(tx, id, {
    role: 'admin',
    title: 'Pengelola sistem',
    reportTypes: [],
    region: true,
    offices: [],
    from: today,
    to: null,
    acting: null,
    actingFor: null,
  })
  const person = { stream: 'rights', type: 'person.created', data: { person: id }, binds: { person: [id] } } as const
  const data = { post: postId, person: id, role: 'admin', region: true }
  const post = { stream: 'rights', type: 'post.granted', data, binds: { post: [postId] } } as const
  return { id, signInName: username, events: [person, post] as const }
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
  return record(db, { actor: 'system', at: now }, async tx => {
    const { isOpen, waiting } = await lookForAdmin(tx, now, today, demo)
    if (isOpen) return noEvent(null)
    const { id, signInName, events } = waiting ? { ...waiting, events: [] as const } : await addAdmin(tx, today)
    const letters = randomLetters(10)
    const expiresAt = new Date(now.getTime() + codeDays * 86_400_000)
    await putCode(tx, { personId: id, hash: digest('code', id, letters), issuedBy: 'system', now, expiresAt })
    const told = `Belum ada pengelola yang dapat masuk. Buka "Masuk dengan kode": nama ${signInName}, kode ${spaced(letters)} (berlaku ${codeDays} hari, satu kali).`
    const issued = { stream: 'rights', type: 'code.issued', data: { person: id } } as const
    return events.length === 0 ? written(told, issued) : written(told, ...events, issued)
  })
}
