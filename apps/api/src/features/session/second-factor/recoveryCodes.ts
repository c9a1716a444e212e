import { putRecoveryCodes, type Queryable } from '@sepakat/db'
import { type Credentials, randomLetters, readLetters, spaced } from '#http/auth/credentials.ts'

/** Digest of a recovery code as it was meant, however it was typed. */
export const recoveryHash = ({ digest }: Pick<Credentials, 'digest'>, personId: string, code: string): string =>
  digest('recovery', personId, readLetters(code))

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
