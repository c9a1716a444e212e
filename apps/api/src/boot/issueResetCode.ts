import { findSignInPerson, putResetCode, reader, record, written } from '@sepakat/db'
import { recoveryHash } from '#features/session/second-factor/recoveryCodes.ts'
import { type Credentials, randomLetters, spaced } from '#http/auth/credentials.ts'
import type { Ground } from '#http/deps.ts'

const codeMinutes = 60

/**
 * For a user who lost telephone and recovery codes, where no one else can help: a code that takes the place of one of the authenticator
 * once and takes the second factor away. It opens nothing without the password.
 * @param name NIP or user name
 * @returns the code and until when it is good, or null where no user of that name has a second factor
 */
export const issueResetCode = async (
  { db, clock }: Pick<Ground, 'db' | 'clock'>,
  credentials: Pick<Credentials, 'digest'>,
  name: string,
): Promise<{ code: string; until: Date } | null> => {
  const person = await findSignInPerson(reader(db), name)
  if (!person?.hasSecondFactor) return null
  const now = clock()
  const until = new Date(now.getTime() + codeMinutes * 60_000)
  const code = spaced(randomLetters(10))
  await record(db, { actor: 'system', at: now }, async tx => {
    await putResetCode(tx, { personId: person.id, hash: recoveryHash(credentials, person.id, code), until })
    const data = { person: person.id, resets: true }
    return written(null, { stream: 'rights', type: 'second-factor.codes-made', data })
  })
  return { code, until }
}
