import { reader, readSecondFactor } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { requireOwnPassword } from '../requireOwnPassword.ts'
import { notSetUp } from './notSetUp.ts'
import { proveSecondFactor } from './proveSecondFactor.ts'

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
