import { type Queryable, readSelf, type SelfRow } from '@sepakat/db'
import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import { sessionOf } from '../sessionOf.ts'

/** Who asks, at a session of his or her own. @throws no-right for keys and demo accounts */
export const ownSelf = async (tx: Queryable, actor: Acting): Promise<SelfRow> => {
  sessionOf(actor)
  const self = await readSelf(tx, actor.person.id, actor.today)
  if (self === null) throw problem('not-signed-in')
  if (self.demo) throw problem('no-right', { detail: 'Akun contoh tidak memakai verifikasi dua langkah.' })
  return self
}
