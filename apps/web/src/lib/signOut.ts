import { keepsOnDevice } from './device/database.ts'
import { isLongUntouched } from './device/idle.ts'
import { closeDevice } from './device/session.ts'
import { endSession, leaveSession } from './endSession.ts'
import { forgetPerson } from './lockedPerson.ts'
import { leavePage } from './onlyHere.ts'
import { NoAnswerError } from './ProblemError.ts'
import { forgetSignedIn, rememberLocked, wasSignedIn } from './signedInHint.ts'
import { tellClosed } from './tabs.ts'

/** The server has so long (ms) to hear that a session ends; where it does not, the next start tells it. */
const timeoutMs = 1500

async function endSoon(how?: 'locked'): Promise<void> {
  const late = new Promise<void>(resolve => setTimeout(resolve, timeoutMs))
  try {
    await Promise.race([endSession(how), late])
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error
  }
}

/** Ends the session and starts from a clean page, so that nothing of the person stays in memory. @throws ProblemError */
export async function signOut(): Promise<void> {
  await endSoon()
  leave()
}

/** Back to the sign-in page without asking the server. What this device keeps stays, sealed, for its owner. */
export function leave(): void {
  forgetSignedIn()
  void forgetPerson()
  tellClosed()
  closeDevice()
  leavePage('/')
}

/** Nobody has touched this device for long: only this person goes on here, by the password. */
export async function lockScreen(person: string): Promise<void> {
  rememberLocked(person)
  tellClosed()
  await endSoon('locked').catch(() => undefined)
  closeDevice()
  leavePage()
}

/** Whose page was closed instead of left, and not touched since, comes back by the password alone, as from a locked screen. */
export function lockWhatWasLeft(): void {
  if (!wasSignedIn() || !keepsOnDevice() || !isLongUntouched()) return
  rememberLocked('')
  leaveSession('locked')
}
