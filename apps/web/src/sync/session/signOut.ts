import { NoAnswerError } from '../problems/ProblemError.ts'
import { leavePage } from '../tabs/onlyHere.ts'
import { tellClosed } from '../tabs/tabs.ts'
import { keepsOnDevice } from '../vault/keepsOnDevice.ts'
import { endSession, leaveSession } from './endSession.ts'
import { isLongUntouched } from './idle.ts'
import { forgetPerson } from './lockedPerson.ts'
import { closeDevice } from './session.ts'
import { forgetSignedIn, rememberLocked, wasSignedIn } from './signedInHint.ts'

/** The time (ms) for the server to receive the end of a session; otherwise the next start sends it. */
const timeoutMs = 1500

async function endSoon(how?: 'locked'): Promise<void> {
  const late = new Promise<void>(resolve => setTimeout(resolve, timeoutMs))
  try {
    await Promise.race([endSession(how), late])
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error
  }
}

/** Ends the session and starts from a clean page, so that nothing of the user stays in memory. @throws ProblemError */
export async function signOut(): Promise<void> {
  await endSoon()
  leave()
}

/** Back to the sign-in page without asking the server. What is stored stays, encrypted, for its owner. */
export function leave(): void {
  forgetSignedIn()
  void forgetPerson()
  tellClosed()
  closeDevice()
  leavePage('/')
}

/** Locks the screen after idling: only this user continues here, by the password. */
export async function lockScreen(person: string): Promise<void> {
  rememberLocked(person)
  tellClosed()
  await endSoon('locked').catch(() => undefined)
  closeDevice()
  leavePage()
}

/** A page closed instead of signed out, and not touched since, is restored by the password alone, like a locked screen. */
export function lockWhatWasLeft(): void {
  if (!wasSignedIn() || !keepsOnDevice() || !isLongUntouched()) return
  rememberLocked('')
  leaveSession('locked')
}
