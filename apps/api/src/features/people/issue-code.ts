import { appendEvent, putCode, type Queryable } from '@sepakat/db'
import type { ActorId } from '@sepakat/rules'
import { randomLetters, spaced } from '../../http/credentials.ts'
import type { Deps } from '../../http/deps.ts'

const codeDays = 7

/** A code for one sign-in, told this once; those given before are void. */
export const issueCode = async (
  tx: Queryable,
  { credentials }: Pick<Deps, 'credentials'>,
  {
    person: { id, name, nip, username },
    actor,
    now,
  }: { person: { id: string; name: string; nip: string | null; username: string | null }; actor: ActorId; now: Date },
) => {
  const letters = randomLetters(10)
  const expiresAt = new Date(now.getTime() + codeDays * 86_400_000)
  await putCode(tx, { personId: id, hash: credentials.digest('code', id, letters), issuedBy: actor, now, expiresAt })
  await appendEvent(tx, { stream: 'rights', type: 'code.issued', actor, at: now, data: { person: id } })
  return {
    code: spaced(letters),
    expiresAt: expiresAt.toISOString(),
    name,
    signInName: nip ?? username ?? '',
  }
}
