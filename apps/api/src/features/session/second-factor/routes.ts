import { reader, readSecondFactor, readSelf } from '@sepakat/db'
import { handlers } from '#http/route.ts'
import { sessionOf } from '../sessionOf.ts'
import { begin } from './begin.ts'
import { confirm } from './confirm.ts'
import { isRequired } from './isRequired.ts'
import { remove } from './remove.ts'
import { renewRecoveryCodes } from './renewRecoveryCodes.ts'

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
