import { reader, written } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { newRecoveryCodes } from './newRecoveryCodes.ts'
import { ownSelf } from './ownSelf.ts'
import { requireBoth } from './requireBoth.ts'

export const renewRecoveryCodes = async (
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
