import { noEvent, putPendingFactor, reader, readSecondFactor } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { requireOwnPassword } from '../requireOwnPassword.ts'
import { authenticatorOf } from './authenticatorOf.ts'
import { ownSelf } from './ownSelf.ts'
import { proveSecondFactor } from './proveSecondFactor.ts'

/** A new secret, which waits for its first code; the one in use holds until then. */
export const begin = async (asked: Context<'PUT /second-factor'>): Promise<{ secret: string; uri: string }> => {
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
