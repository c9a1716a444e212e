// A session that ends in the middle must not cost what was typed: the call waits here while the person signs in again in
// place, then goes out once more. One dialog serves all calls that wait.
type Ask = () => Promise<boolean>

let ask: Ask | null = null
let waiting: Promise<boolean> | null = null

/** The shell says how a person is asked; null when nobody is signed in yet. A question whose dialog is gone is not waited for. */
export function askToSignInWith(how: Ask | null): void {
  ask = how
  waiting = null
}

/** True once the same person is signed in again; false when he or she gave up, or nobody can be asked. */
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
