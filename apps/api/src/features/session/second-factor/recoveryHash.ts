import { type Credentials, readLetters } from '#http/auth/credentials.ts'

/** Digest of a recovery code as it was meant, however it was typed. */
export const recoveryHash = ({ digest }: Pick<Credentials, 'digest'>, personId: string, code: string): string =>
  digest('recovery', personId, readLetters(code))
