import type { Caller } from './testApi.ts'
import { totpOf } from './totp.ts'

/** Sets up the second factor of who asks, as the page does. */
export const setUpSecondFactor = async (
  { call }: Pick<Caller, 'call'>,
  password: string,
  at: Date,
): Promise<{ secret: string; recoveryCodes: string[] }> => {
  const started = await call('PUT', '/second-factor', { password })
  if (started.statusCode !== 200) throw new Error(started.body)
  const { secret } = started.json()
  const confirmed = await call('POST', '/second-factor/confirm', { secondFactor: totpOf(secret, at) })
  if (confirmed.statusCode !== 200) throw new Error(confirmed.body)
  return { secret, recoveryCodes: confirmed.json().recoveryCodes }
}
