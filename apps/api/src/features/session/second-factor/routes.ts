import {
  endSessions,
  noEvent,
  putPendingFactor,
  reader,
  readSecondFactor,
  readSelf,
  removeFactor,
  setUpFactor,
  written,
} from '@sepakat/db'
import { problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { requireOwnPassword } from '../requireOwnPassword.ts'
import { sessionOf } from '../sessionOf.ts'
import { authenticatorOf } from './authenticatorOf.ts'
import { claimFactor, isRequired, notSetUp, ownSelf, proveSecondFactor, requireBoth } from './proveSecondFactor.ts'
import { newRecoveryCodes } from './recoveryCodes.ts'

/** A new secret, which waits for its first code; the one in use holds until then. */
const begin = async (asked: Context<'PUT /second-factor'>): Promise<{ secret: string; uri: string }> => {
  const { body, actor, db, deps } = asked
  const personId = actor.person.id
  const self = await ownSelf(reader(db), actor)
  await requireOwnPassword(asked, body.password)
  // Moving to another telephone needs the one in use, or a recovery code: the password alone must not do it
  if ((await readSecondFactor(reader(db), personId))?.secret) {
    if (body.secondFactor === undefined) throw problem('second-factor-required')
    await proveSecondFactor(asked, personId, body.secondFactor)
  }
  const { kept, secret, uri } = await authenticatorOf(deps).make(personId, self.username ?? self.nip ?? self.name)
  await asked.write(async tx => noEvent(await putPendingFactor(tx, personId, kept)))
  return { secret, uri }
}

const alreadySetUp = () =>
  problem('needs-unmet', {
    detail:
      'Verifikasi dua langkah sudah terpasang. Muat ulang halaman. Bila kode pemulihannya belum tersimpan, buat yang baru di halaman Akun.',
  })

/** Puts the secret that waits in use, by its first code. */
const confirm = async (asked: Context<'POST /second-factor/confirm'>): Promise<{ recoveryCodes: string[] }> => {
  const { body, actor, db, deps, now } = asked
  const personId = actor.person.id
  const { id } = sessionOf(actor)
  await ownSelf(reader(db), actor)
  const factor = await readSecondFactor(reader(db), personId)
  const pending = factor?.pending
  // The answer to the first code was lost on the way, and another is sent
  if (!pending) throw factor?.secret ? alreadySetUp() : notSetUp()
  const { release } = await claimFactor(deps, personId, now)
  const code = body.secondFactor.replace(/\s/g, '')
  const step = await authenticatorOf(deps).stepOf(personId, pending, code, now)
  if (step === null) throw problem('second-factor-wrong')
  await release()
  return asked.write(async tx => {
    if (!(await setUpFactor(tx, { personId, pending, step, now }))) throw notSetUp()
    const recoveryCodes = await newRecoveryCodes(tx, deps.credentials, personId)
    const data = { person: personId, sessions: (await endSessions(tx, personId, id)).length }
    return written(
      { recoveryCodes },
      { stream: 'rights', type: 'second-factor.set-up', data, binds: { person: [personId] } },
    )
  })
}

/** @throws needs-unmet where a post asks for one */
const remove = async (asked: Context<'POST /second-factor/remove'>): Promise<null> => {
  const { actor, db, deps } = asked
  const personId = actor.person.id
  const self = await ownSelf(reader(db), actor)
  if (isRequired(deps, self))
    throw problem('needs-unmet', {
      detail:
        'Jabatan pengelola dan pengesah memerlukan verifikasi dua langkah. Anda dapat memindahkannya ke ponsel lain.',
    })
  await requireBoth(asked)
  return asked.write(async tx => {
    await removeFactor(tx, personId)
    const data = { person: personId }
    return written(null, { stream: 'rights', type: 'second-factor.removed', data, binds: { person: [personId] } })
  })
}

const renewRecoveryCodes = async (
  asked: Context<'POST /second-factor/recovery-codes'>,
): Promise<{ recoveryCodes: string[] }> => {
  const { actor, db, deps } = asked
  const personId = actor.person.id
  await ownSelf(reader(db), actor)
  await requireBoth(asked)
  return asked.write(async tx => {
    const recoveryCodes = await newRecoveryCodes(tx, deps.credentials, personId)
    const data = { person: personId }
    return written({ recoveryCodes }, { stream: 'rights', type: 'second-factor.codes-made', data })
  })
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
  'PUT /second-factor': begin,
  'POST /second-factor/confirm': confirm,
  'POST /second-factor/recovery-codes': renewRecoveryCodes,
  'POST /second-factor/remove': remove,
})
