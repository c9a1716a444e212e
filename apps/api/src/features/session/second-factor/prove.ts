import { appendEvent, type Queryable, readSecondFactor, transaction, useRecoveryCode, useStep } from '@sepakat/db'
import { createAuthenticator } from '#http/authenticator.ts'
import { readLetters } from '#http/credentials.ts'
import type { Deps } from '#http/deps.ts'
import { resetFactor } from '#http/duties/reset-factor.ts'
import { problem } from '#http/problem.ts'
import { claim } from '../attempts.ts'

export const authenticatorOf = ({ credentials }: Deps) => createAuthenticator(credentials.digest('authenticator'))

/** Digest of a recovery code as it was meant, however it was typed. */
export const recoveryHash = ({ digest }: Pick<Deps['credentials'], 'digest'>, personId: string, code: string): string =>
  digest('recovery', personId, readLetters(code))

/** Counted for the person from wherever they come: who gets so far knows the password. */
export const claimFactor = (deps: Deps, personId: string, now: Date) =>
  claim(deps, { secret: 'second factor', name: personId, place: { device: personId }, now })

interface Proof {
  personId: string
  code: string
  now: Date
}

const byStep = async (deps: Deps, tx: Queryable, { personId, code, now }: Proof): Promise<boolean> => {
  const secret = (await readSecondFactor(tx, personId))?.secret
  if (!secret) return false
  const step = await authenticatorOf(deps).stepOf(personId, secret, code, now)
  return step !== null && useStep(tx, { personId, secret, step })
}

const byRecoveryCode = async (deps: Deps, tx: Queryable, { personId, code, now }: Proof): Promise<boolean> => {
  const used = await useRecoveryCode(tx, { personId, hash: recoveryHash(deps.credentials, personId, code), now })
  if (used === null) return false
  const data = { person: personId, resets: used === 'resets' }
  await appendEvent(tx, { stream: 'rights', type: 'second-factor.code-used', actor: 'system', at: now, data })
  if (used === 'resets') {
    await appendEvent(tx, { ...(await resetFactor(tx, personId, { by: 'console' })), actor: 'system', at: now })
    deps.bells.checkAccess(personId)
  }
  return true
}

/**
 * Judges a code of the authenticator, or a recovery code, and uses it up. History knows that one was wrong, never what was typed.
 * @throws second-factor-wrong, too-many
 */
export const proveSecondFactor = async (deps: Deps, proof: Proof): Promise<void> => {
  const { personId, now } = proof
  const code = proof.code.replace(/\s/g, '')
  const { refusal, release } = await claimFactor(deps, personId, now)
  if (refusal !== null) throw refusal
  const judge = /^\d{6}$/.test(code) ? byStep : byRecoveryCode
  if (!(await transaction(deps.db, tx => judge(deps, tx, { ...proof, code })))) {
    await transaction(deps.db, tx =>
      appendEvent(tx, {
        stream: 'rights',
        type: 'second-factor.refused',
        actor: 'system',
        at: now,
        data: { person: personId },
      }),
    )
    throw problem('second-factor-wrong')
  }
  await release()
}
