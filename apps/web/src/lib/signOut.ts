import { api } from './api.ts'
import { closeDevice } from './device/session.ts'
import { NoAnswerError } from './ProblemError.ts'
import { forgetSignedIn, hasLeft, rememberLeft, rememberLocked } from './signedInHint.ts'
import { tellLocked } from './tabs.ts'

/** The server has so long (ms) to hear that a screen is locked; where it does not, the next start tells it. */
const patience = 1500

/** Ends the session and starts from a clean page, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await api('DELETE /session')
    leave()
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error
    leave()
    rememberLeft()
  }
}

/** Back to the sign-in page without asking the server. What this device keeps stays, sealed, for its owner. */
export function leave(): void {
  forgetSignedIn()
  closeDevice()
  location.assign('/')
}

/** Nobody has touched this device for long: only this person goes on here, by the password. */
export async function lockScreen(person: string): Promise<void> {
  rememberLocked(person)
  tellLocked()
  await Promise.race([endSession(), new Promise(resolve => setTimeout(resolve, patience))])
  closeDevice()
  location.reload()
}

/** The session of a locked screen, or of who left without a line, ends as soon as the server can be told. */
export const endSession = (): Promise<unknown> =>
  api('DELETE /session').then(
    () => hasLeft() && forgetSignedIn(),
    () => undefined,
  )
