import { createAuthenticator } from '#http/authenticator.ts'
import type { Deps } from '#http/deps.ts'

export const authenticatorOf = ({ credentials }: Pick<Deps, 'credentials'>) =>
  createAuthenticator(credentials.digest('authenticator'))
