import type { Config } from '../config.ts'
import type { Acting } from './auth/acting.ts'

/** Routes that stay open to a person who must change the password or set up a second factor first. */
export const isOfSession = (path: string): boolean => /^\/(sessions?|password|second-factor)(\/|$)/.test(path)

/** What a person must do before anything else; null: nothing. Keys are asked for nothing. */
export const owedFirst = ({ session }: Acting, { secondFactorRequired }: Pick<Config, 'secondFactorRequired'>) => {
  if (session?.mustChangePassword) return 'password-change-required'
  return secondFactorRequired && session?.lacksSecondFactor ? 'second-factor-setup-required' : null
}
