import type { Deps } from '#http/deps.ts'
import { claimAttempt } from '../claimAttempt.ts'

/** Counted for the person from wherever they come: who gets so far knows the password. @throws too-many */
export const claimFactor = async (
  deps: Deps,
  personId: string,
  now: Date,
): Promise<{ release: () => Promise<void> }> => {
  const { refusal, release } = await claimAttempt(deps, {
    secret: 'second factor',
    name: personId,
    place: { device: personId },
    now,
  })
  if (refusal !== null) throw refusal
  return { release }
}
