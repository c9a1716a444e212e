import { randomBytes } from 'node:crypto'
import { createOTP } from '@better-auth/utils/otp'
import { constantTimeEqual, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Deps } from '#http/deps.ts'

/** RFC 6238 with what every authenticator knows: SHA-1, six digits, 30 seconds. */
const stepMs = 30_000
/** Clocks of telephones go wrong: a code of the step before or after is taken too. */
const drift = [0, -1, 1]
const secretBytes = 20

/**
 * Secrets of authenticators and their codes, both by the credentials engine's library. A secret is kept encrypted under the
 * installation's key and together with whose it is: copied to another person's row it opens nothing.
 */
export const authenticatorOf = ({ credentials }: Pick<Deps, 'credentials'>) => {
  const key = credentials.digest('authenticator')
  const read = async (personId: string, kept: string): Promise<Buffer | null> => {
    const [owner, secret = ''] = (await symmetricDecrypt({ key, data: kept }).catch(() => '')).split(' ')
    return owner === personId ? Buffer.from(secret, 'base64') : null
  }
  return {
    /** A new secret: as it is kept, as a telephone scans it, and as a person types it. */
    make: async (personId: string, label: string) => {
      const secret = randomBytes(secretBytes)
      const uri = createOTP(secret).url('SEPAKAT', label)
      return {
        kept: await symmetricEncrypt({ key, data: `${personId} ${secret.toString('base64')}` }),
        uri,
        secret: new URL(uri).searchParams.get('secret') ?? '',
      }
    },
    /** The step whose code this is, at `now` or right beside it; null where it is none. */
    stepOf: async (personId: string, kept: string, code: string, now: Date): Promise<number | null> => {
      const secret = await read(personId, kept)
      if (secret === null) return null
      const { hotp } = createOTP(secret)
      for (const by of drift) {
        const step = Math.floor(now.getTime() / stepMs) + by
        if (constantTimeEqual(await hotp(step), code)) return step
      }
      return null
    },
  }
}
