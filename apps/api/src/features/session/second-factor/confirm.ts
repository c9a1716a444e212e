import { endSessions, reader, readSecondFactor, setUpFactor, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { sessionOf } from '../sessionOf.ts'
import { authenticatorOf } from './authenticatorOf.ts'
import { claimFactor } from './claimFactor.ts'
import { newRecoveryCodes } from './newRecoveryCodes.ts'
import { notSetUp } from './notSetUp.ts'
import { ownSelf } from './ownSelf.ts'

const alreadySetUp = () =>
  problem('needs-unmet', {
    detail:
      'Verifikasi dua langkah sudah terpasang. Muat ulang halaman. Bila kode pemulihannya belum tersimpan, buat yang baru di halaman Akun.',
  })

/** Puts the secret that waits in use, by its first code. */
export const confirm = async (asked: Context<'POST /second-factor/confirm'>): Promise<{ recoveryCodes: string[] }> => {
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
