import { reader, readPassword } from '@sepakat/db'
import type { Acting } from '#http/auth/acting.ts'
import type { Deps } from '#http/deps.ts'
import { problem } from '#http/problem.ts'
import { claimAttempt } from './claimAttempt.ts'
import { sessionOf } from './sessionOf.ts'

/** What touches the ways in asks for the password again: a browser left open must not be enough. @throws bad-credentials, too-many */
export const requireOwnPassword = async (
  { deps, actor, now }: { deps: Deps; actor: Acting; now: Date },
  password: string,
): Promise<void> => {
  const person = actor.person.id
  const { id } = sessionOf(actor)
  // By session: failures elsewhere must not keep a user from changing the password where he or she is signed in
  const claimed = await claimAttempt(deps, { secret: 'own password', name: person, place: { device: id }, now })
  if (claimed.refusal !== null) throw claimed.refusal
  const kept = await readPassword(reader(deps.db), person)
  if (!(await deps.credentials.isPassword(kept, password)))
    throw problem('bad-credentials', { detail: 'Sandi Anda yang sekarang tidak cocok. Ketik lagi.' }).recorded({
      type: 'password.refused',
      person,
      by: person,
      data: { session: id },
    })
  await claimed.release()
}
