import {
  addPerson,
  addPost,
  freeUsername,
  lookForAdmin,
  noEvent,
  type Queryable,
  record,
  written,
  writtenAfter,
} from '@sepakat/db'
import { personCreated } from '#features/people/add.ts'
import { codeDays, codeFor } from '#features/people/issueCode.ts'
import type { Credentials } from '#http/auth/credentials.ts'
import type { Ground } from '#http/deps.ts'
import { createRegion } from '#http/region.ts'

const name = 'Pengelola sistem'

const addAdmin = async (tx: Queryable, today: string) => {
  const username = await freeUsername(tx, 'pengelola')
  const id = await addPerson(tx, { name, nip: null, username, phone: null })
  const post = {
    role: 'admin' as const,
    title: name,
    reportTypes: [],
    region: true,
    offices: [],
    from: today,
    to: null,
    acting: null,
    actingFor: null,
  }
  const postId = await addPost(tx, id, post)
  const data = { post: postId, person: id, role: 'admin', region: true }
  return written({ id, name, nip: null, username }, personCreated(id), {
    stream: 'rights',
    type: 'post.granted',
    data,
    binds: { post: [postId] },
  })
}

/**
 * Where no admin can sign in (a new installation, a code that ran out, demo accounts that were shut or are off), makes a way in:
 * one with a one-time code that only who started the program reads.
 * @param demo whether demo accounts can sign in
 * @returns what to print, or null where an admin can sign in
 */
export const ensureAdmin = async (
  { db, clock }: Pick<Ground, 'db' | 'clock'>,
  credentials: Pick<Credentials, 'digest'>,
  demo: boolean,
): Promise<string | null> => {
  const now = clock()
  const today = await createRegion(db).today(now)
  return record(db, { actor: 'system', at: now }, async tx => {
    const { isOpen, waiting } = await lookForAdmin(tx, now, today, demo)
    if (isOpen) return noEvent(null)
    const added = waiting === null ? await addAdmin(tx, today) : noEvent(waiting)
    const issuing = { actor: { id: 'system' }, now, deps: { credentials } } as const
    const { result, events } = await codeFor(tx, added.result, issuing)
    const told = `Belum ada pengelola yang dapat masuk. Buka "Masuk dengan kode": nama ${result.signInName}, kode ${result.code} (berlaku ${codeDays} hari, satu kali).`
    return writtenAfter(added.events, { result: told, events })
  })
}
