import { endSessions, putPassword, reader, readSelf, written } from '@sepakat/db'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { localWords } from './localWords.ts'
import { passwordFlaw } from './passwordFlaw.ts'
import { requireOwnPassword } from './requireOwnPassword.ts'
import { sessionOf } from './sessionOf.ts'

/** Passwords are judged and hashed before the transaction is opened. @throws no-right, bad-credentials, too-many, invalid */
export const changePassword = async (asked: Context<'PUT /password'>): Promise<null> => {
  const { body, actor, db, today, deps } = asked
  const { current, next } = body
  const { id } = sessionOf(actor)
  const personId = actor.person.id
  const self = await readSelf(reader(db), personId, today)
  if (self === null) throw problem('not-signed-in')
  if (self.demo) throw problem('no-right', { detail: 'Sandi akun contoh tidak dapat diganti.' })
  await requireOwnPassword(asked, current)
  const own = [self.nip, self.username, self.name]
  const flaw =
    next === current
      ? 'Sandi baru harus berbeda dari yang lama.'
      : await passwordFlaw(next, own, await localWords(deps, reader(db), today))
  if (flaw !== null) throw invalid('/next', flaw)
  const hash = await deps.credentials.hashPassword(next)
  return asked.write(async tx => {
    await putPassword(tx, personId, hash)
    const data = { person: personId, sessions: (await endSessions(tx, personId, id)).length }
    return written(null, { stream: 'rights', type: 'password.changed', data })
  })
}
