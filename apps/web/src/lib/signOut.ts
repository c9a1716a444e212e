import { api } from './api.ts'
import { forgetSignedIn } from './signedInHint.ts'

/** Ends the session and starts from a clean page, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await api('DELETE /session')
  leave()
}

/** Back to the sign-in page without asking the server. */
export function leave(): void {
  forgetSignedIn()
  location.assign('/')
}
