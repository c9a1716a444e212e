import { api } from './api.ts'
import { forgetRead } from './device/session.ts'
import { forgetSignedIn } from './signedInHint.ts'

/** Ends the session and starts from a clean page, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await api('DELETE /session')
  await leave()
}

/** Back to the sign-in page without asking the server; what was read leaves the device. */
export async function leave(): Promise<void> {
  forgetSignedIn()
  await forgetRead()
  location.assign('/')
}
