// An expired session must not lose what was typed: the call waits here while the user signs in again in
// place, then is sent once more. One dialog serves all waiting calls.
type Ask = () => Promise<boolean>

let ask: Ask | null = null
let waiting: Promise<boolean> | null = null
let times = 0

/** How often the user signed in again here. To be noted before a request is sent: a refusal may come late. */
export const timesSignedInAgain = (): number => times

/** The shell registers how the user is asked; null when no user is signed in yet. A dialog that is gone is not waited for. */
export function askToSignInWith(how: Ask | null): void {
  ask = how
  waiting = null
}

/**
 * True once the same user is signed in again; false when he or she gave up, or there is no dialog.
 * @param since what was noted before the refused request: who signed in again after that is not asked over it
 */
export async function signedInAgain(since = times): Promise<boolean> {
  if (times > since) return true
  if (!ask) return false
  waiting ??= ask().then(done => {
    if (done) times++
    return done
  })
  const asked = waiting
  try {
    return await asked
  } finally {
    if (waiting === asked) waiting = null
  }
}
