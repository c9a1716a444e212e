import {
  noEvent,
  type Queryable,
  type ReturnedEvent,
  reader,
  readSecondFactor,
  readSelf,
  type SelfRow,
  useRecoveryCode,
  useStep,
  type Written,
  written,
} from '@sepakat/db'
import { rolesWithSecondFactor } from '@sepakat/rules'
import { resetFactor } from '#duties/resetFactor.ts'
import type { Acting } from '#http/auth/acting.ts'
import type { Deps } from '#http/deps.ts'
import { problem } from '#http/problem.ts'
import type { Context, WriteOf } from '#http/route.ts'
import { claimAttempt } from '../claimAttempt.ts'
import { requireOwnPassword } from '../requireOwnPassword.ts'
import { sessionOf } from '../sessionOf.ts'
import { authenticatorOf } from './authenticatorOf.ts'
import { recoveryHash } from './recoveryCodes.ts'

export const notSetUp = () =>
  problem('needs-unmet', { detail: 'Verifikasi dua langkah belum dipasang. Mulai memasangnya dahulu.' })

/** Whether a post of today asks for a second factor, where this installation does. */
export const isRequired = ({ config }: Pick<Deps, 'config'>, self: SelfRow): boolean =>
  config.secondFactorRequired && !self.demo && self.posts.some(({ role }) => rolesWithSecondFactor.includes(role))

/** Who asks, at a session of his or her own. @throws no-right for keys and demo accounts */
export const ownSelf = async (tx: Queryable, actor: Acting): Promise<SelfRow> => {
  sessionOf(actor)
  const self = await readSelf(tx, actor.person.id, actor.today)
  if (self === null) throw problem('not-signed-in')
  if (self.demo) throw problem('no-right', { detail: 'Akun contoh tidak memakai verifikasi dua langkah.' })
  return self
}

/** Counted for the person from wherever they come: who gets so far knows the password. @throws too-many */
export const claimFactor = async (
  deps: Deps,
  personId: string,
  now: Date,
): Promise<{ release: () => Promise<void> }> => {
  const { refusal, release } = await claimAttempt(deps, {
    secret: 'second factor',
    name: personId,
    place: { device: personId },
    now,
  })
  if (refusal !== null) throw refusal
  return { release }
}

/** What history says of a code that is used up. */
type UsedUp = 'second-factor.code-used' | 'second-factor.reset'
type Used = Awaited<ReturnType<typeof useRecoveryCode>>

interface Proof {
  deps: Deps
  now: Date
  /** A code that was used is used, whatever becomes of the request (RFC 6238 §5.2). */
  writeApart: WriteOf<boolean, UsedUp> & WriteOf<Used, UsedUp>
}

const isOfStep = async ({ deps, now, writeApart }: Proof, personId: string, code: string): Promise<boolean> => {
  const secret = (await readSecondFactor(reader(deps.db), personId))?.secret
  if (!secret) return false
  const step = await authenticatorOf(deps).stepOf(personId, secret, code, now)
  return step !== null && writeApart(async tx => noEvent(await useStep(tx, { personId, secret, step })))
}

const useUp = async (
  tx: Queryable,
  code: { personId: string; hash: string; now: Date },
): Promise<Written<Used, ReturnedEvent<UsedUp>>> => {
  const { personId } = code
  const used = await useRecoveryCode(tx, code)
  if (used === null) return noEvent(null)
  const actor = 'system' as const
  const data = { person: personId, resets: used === 'resets' }
  const event = { stream: 'rights', type: 'second-factor.code-used', actor, data } as const
  if (used === 'recovers') return written(used, event)
  return written(used, event, { ...(await resetFactor(tx, personId, { by: 'console' })), actor })
}

const isRecoveryCode = async ({ deps, now, writeApart }: Proof, personId: string, code: string): Promise<boolean> => {
  const hash = recoveryHash(deps.credentials, personId, code)
  const used = await writeApart(tx => useUp(tx, { personId, hash, now }))
  if (used === 'resets') deps.liveUpdates.checkAccess(personId)
  return used !== null
}

/**
 * Judges a code of the authenticator, or a recovery code, and uses it up. History knows that one was wrong, never what was typed.
 * @throws second-factor-wrong, too-many
 */
export const proveSecondFactor = async (proof: Proof, personId: string, typed: string): Promise<void> => {
  const { deps, now } = proof
  const code = typed.replace(/\s/g, '')
  const { release } = await claimFactor(deps, personId, now)
  const judge = /^\d{6}$/.test(code) ? isOfStep : isRecoveryCode
  if (!(await judge(proof, personId, code)))
    throw problem('second-factor-wrong').recorded({
      type: 'second-factor.refused',
      person: personId,
      by: personId,
      actor: 'system',
      data: {},
    })
  await release()
}

/** Password and a code, of who has a second factor. @throws bad-credentials, second-factor-wrong, needs-unmet, too-many */
export const requireBoth = async (
  asked: Context<'POST /second-factor/remove'> | Context<'POST /second-factor/recovery-codes'>,
): Promise<void> => {
  const { body, actor, db } = asked
  const personId = actor.person.id
  await requireOwnPassword(asked, body.password)
  if (!(await readSecondFactor(reader(db), personId))?.secret) throw notSetUp()
  await proveSecondFactor(asked, personId, body.secondFactor)
}
