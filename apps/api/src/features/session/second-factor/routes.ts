import {
  appendEvent,
  endSessions,
  putPendingFactor,
  putRecoveryCodes,
  type Queryable,
  reader,
  readSecondFactor,
  readSelf,
  removeFactor,
  rolesWithSecondFactor,
  type SelfRow,
  setUpFactor,
} from '@sepakat/db'
import type { Acting } from '#http/acting.ts'
import { randomLetters, spaced } from '#http/credentials.ts'
import type { Deps } from '#http/deps.ts'
import { problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { requireOwnPassword, sessionOf } from '../own-session.ts'
import { authenticatorOf, claimFactor, proveSecondFactor, recoveryHash } from './prove.ts'

const recoveryCodes = 10

const isRequired = ({ config }: Deps, self: SelfRow): boolean =>
  config.secondFactorRequired &&
  !self.demo &&
  self.posts.some(({ role }) => rolesWithSecondFactor.some(asking => asking === role))

/** Who asks, at a session of his or her own. @throws no-right for keys and demo accounts */
const ownSelf = async ({ deps, today }: { deps: Deps; today: string }, actor: Acting): Promise<SelfRow> => {
  sessionOf(actor)
  const self = await readSelf(reader(deps.db), actor.person.id, today)
  if (self === null) throw problem('not-signed-in')
  if (self.demo) throw problem('no-right', { detail: 'Akun contoh tidak memakai verifikasi dua langkah.' })
  return self
}

const newRecoveryCodes = async (tx: Queryable, { credentials }: Deps, personId: string): Promise<string[]> => {
  const codes = Array.from({ length: recoveryCodes }, () => spaced(randomLetters(10)))
  await putRecoveryCodes(
    tx,
    personId,
    codes.map(code => recoveryHash(credentials, personId, code)),
  )
  return codes
}

const alreadySetUp = () =>
  problem('needs-unmet', {
    detail:
      'Verifikasi dua langkah sudah terpasang. Muat ulang halaman. Bila kode pemulihannya belum tersimpan, buat yang baru di halaman Akun.',
  })

const notSetUp = () =>
  problem('needs-unmet', { detail: 'Verifikasi dua langkah belum dipasang. Mulai memasangnya dahulu.' })

/** Password and a code, of who has a second factor. */
const requireBoth = async (
  context: Context<'POST /second-factor/remove'> | Context<'POST /second-factor/recovery-codes'>,
): Promise<void> => {
  const { body, actor, deps, now } = context
  const personId = actor.person.id
  await requireOwnPassword(context, body.password)
  if (!(await readSecondFactor(reader(deps.db), personId))?.secret) throw notSetUp()
  await proveSecondFactor(deps, { personId, code: body.secondFactor, now })
}

export const secondFactorHandlers = handlers({
  'GET /second-factor': async ({ actor, db, deps, today }) => {
    sessionOf(actor)
    const self = await readSelf(reader(db), actor.person.id, today)
    const factor = await readSecondFactor(reader(db), actor.person.id)
    return {
      offered: self !== null && !self.demo,
      required: self !== null && isRequired(deps, self),
      setUpAt: factor?.setUpAt?.toISOString() ?? null,
      recoveryCodesLeft: factor?.codesLeft ?? 0,
    }
  },

  'PUT /second-factor': async context => {
    const { body, actor, deps, write, now } = context
    const personId = actor.person.id
    const self = await ownSelf(context, actor)
    await requireOwnPassword(context, body.password)
    // Moving to another telephone needs the one in use, or a recovery code: the password alone must not do it
    if ((await readSecondFactor(reader(deps.db), personId))?.secret) {
      if (body.secondFactor === undefined) throw problem('second-factor-required')
      await proveSecondFactor(deps, { personId, code: body.secondFactor, now })
    }
    const { kept, secret, uri } = await authenticatorOf(deps).make(personId, self.username ?? self.nip ?? self.name)
    await write(tx => putPendingFactor(tx, personId, kept))
    return { secret, uri }
  },

  'POST /second-factor/confirm': async context => {
    const { body, actor, deps, write, now } = context
    const personId = actor.person.id
    const { id } = sessionOf(actor)
    await ownSelf(context, actor)
    const factor = await readSecondFactor(reader(deps.db), personId)
    const pending = factor?.pending
    // The answer to the first code was lost on the way, and another is sent
    if (!pending) throw factor?.secret ? alreadySetUp() : notSetUp()
    const { refusal, release } = await claimFactor(deps, personId, now)
    if (refusal !== null) throw refusal
    const code = body.secondFactor.replace(/\s/g, '')
    const step = await authenticatorOf(deps).stepOf(personId, pending, code, now)
    if (step === null) throw problem('second-factor-wrong')
    await release()
    return write(async tx => {
      if (!(await setUpFactor(tx, { personId, pending, step, now }))) throw notSetUp()
      const recoveryCodes = await newRecoveryCodes(tx, deps, personId)
      const data = { person: personId, sessions: (await endSessions(tx, personId, id)).length }
      const event = { stream: 'rights', actor: actor.id, at: now, data, binds: { person: [personId] } } as const
      await appendEvent(tx, { ...event, type: 'second-factor.set-up' })
      return { recoveryCodes }
    })
  },

  'POST /second-factor/recovery-codes': async context => {
    const { actor, deps, write, now } = context
    const personId = actor.person.id
    await ownSelf(context, actor)
    await requireBoth(context)
    return write(async tx => {
      const recoveryCodes = await newRecoveryCodes(tx, deps, personId)
      const data = { person: personId }
      await appendEvent(tx, { stream: 'rights', type: 'second-factor.codes-made', actor: actor.id, at: now, data })
      return { recoveryCodes }
    })
  },

  'POST /second-factor/remove': async context => {
    const { actor, deps, write, now } = context
    const personId = actor.person.id
    const self = await ownSelf(context, actor)
    if (isRequired(deps, self))
      throw problem('needs-unmet', {
        detail:
          'Jabatan pengelola dan pengesah memerlukan verifikasi dua langkah. Anda dapat memindahkannya ke ponsel lain.',
      })
    await requireBoth(context)
    await write(async tx => {
      await removeFactor(tx, personId)
      const data = { person: personId }
      const event = { stream: 'rights', actor: actor.id, at: now, data, binds: { person: [personId] } } as const
      await appendEvent(tx, { ...event, type: 'second-factor.removed' })
    })
    return null
  },
})
