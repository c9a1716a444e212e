import { problem } from '#http/problem.ts'
import type { Attempt } from './attempt.ts'
import { proveSecondFactor } from './second-factor/proveSecondFactor.ts'

/** Of a person who has one, once the password or the code is right: before that it must not be told who has one. */
export const requireSecondFactor = async (given: Attempt, personId: string): Promise<void> => {
  const { secondFactor } = given.body
  if (secondFactor === undefined) throw problem('second-factor-required')
  await proveSecondFactor(given, personId, secondFactor)
}
