import { putRecoveryCodes, type Queryable } from '@sepakat/db'
import { type Credentials, randomLetters, spaced } from '#http/auth/credentials.ts'
import { recoveryHash } from './recoveryHash.ts'

const recoveryCodes = 10

/** Told this once; those given before are void. */
export const newRecoveryCodes = async (
  tx: Queryable,
  credentials: Pick<Credentials, 'digest'>,
  personId: string,
): Promise<string[]> => {
  const codes = Array.from({ length: recoveryCodes }, () => spaced(randomLetters(10)))
  await putRecoveryCodes(
    tx,
    personId,
    codes.map(code => recoveryHash(credentials, personId, code)),
  )
  return codes
}
