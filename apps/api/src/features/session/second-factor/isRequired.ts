import type { SelfRow } from '@sepakat/db'
import { rolesWithSecondFactor } from '@sepakat/rules'
import type { Deps } from '#http/deps.ts'

/** Whether a post of today asks for a second factor, where this installation does. */
export const isRequired = ({ config }: Pick<Deps, 'config'>, self: SelfRow): boolean =>
  config.secondFactorRequired && !self.demo && self.posts.some(({ role }) => rolesWithSecondFactor.includes(role))
