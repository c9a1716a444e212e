// An expired session must not lose what was typed: the call waits here while the user signs in again in
// place, then is sent once more. One dialog serves all waiting calls.
type Ask = () => Promise<boolean>

let ask: Ask | null = null
let waiting: Promise<boolean> | null = null

/** The shell registers how the user is asked; null when no user is signed in yet. A dialog that is gone is not waited for. */
export function askToSignInWith(how: Ask | null): void {
  ask = how
  waiting = null
}

/** True once the same user is signed in again; false when he or she gave up, or there is no dialog. */
export async function signedInAgain(): Promise<boolean> {
  if (!ask) return false
  waiting ??= ask()
  const asked = waiting
  try {
    return await asked
  } finally {
    if (waiting === asked) waiting = null
  }
}
