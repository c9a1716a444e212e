import { lockPerson, putCode, type Queryable, written } from '@sepakat/db'
import type { ActorId } from '@sepakat/rules'
import { type Credentials, randomLetters, spaced } from '#http/auth/credentials.ts'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

export const codeDays = 7

interface Issuing {
  actor: { id: ActorId }
  now: Date
  deps: { credentials: Pick<Credentials, 'digest'> }
}

/** A code for one sign-in of a person, told this once; those given before are void. */
export const codeFor = async (
  tx: Queryable,
  { id, name, nip, username }: { id: string; name: string; nip: string | null; username: string | null },
  { actor, now, deps }: Issuing,
) => {
  const letters = randomLetters(10)
  const expiresAt = new Date(now.getTime() + codeDays * 86_400_000)
  const hash = deps.credentials.digest('code', id, letters)
  await putCode(tx, { personId: id, hash, issuedBy: actor.id, now, expiresAt })
  const told = { code: spaced(letters), expiresAt: expiresAt.toISOString(), name, signInName: nip ?? username ?? '' }
  return written(told, { stream: 'rights', type: 'code.issued', data: { person: id } })
}

/** @throws not-found, invalid where the person is disabled */
export const issueCode = async (
  tx: Queryable,
  { params: { id }, ...asks }: Pick<Context<'POST /people/:id/codes'>, 'params' | 'actor' | 'now' | 'deps'>,
) => {
  const person = await lockPerson(tx, id)
  if (person === null) throw problem('not-found')
  if (person.disabledAt !== null) throw invalid('', 'Aktifkan dahulu orang ini, lalu terbitkan kodenya.')
  return codeFor(tx, person, asks)
}
