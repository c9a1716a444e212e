// Only the server ends the session of this browser: an end it did not receive is sent again before the session is requested,
// even if another user has signed in offline meanwhile.

import { hasCode } from '../problems/ProblemError.ts'
import { api } from '../transport/api.ts'

const name = 'sepakat.session-to-end'

export const isSessionLeft = (): boolean => localStorage.getItem(name) !== null
/** Signed out for good, or by a locked screen, from which its user continues with only the password. */
type How = 'yes' | 'locked'
/** It ends as soon as the server can be reached. */
export const leaveSession = (how: How = 'yes'): void => localStorage.setItem(name, how)

let ending: { told: Promise<void>; stop: () => void } | null = null

/** @throws NoAnswerError, ProblemError, AbortError where another user signed in meanwhile: `endSessionLeft` sends it again */
export function endSession(how: How = 'yes'): Promise<void> {
  leaveSession(how)
  if (!ending) {
    const stopping = new AbortController()
    const told = tell(stopping.signal, how).finally(() => {
      ending = null
    })
    ending = { told, stop: () => stopping.abort() }
  }
  return ending.told
}

async function tell(signal: AbortSignal, how: How): Promise<void> {
  try {
    await api('DELETE /session', { signal, query: how === 'locked' ? { locked: true } : {} })
  } catch (error) {
    if (!hasCode(error, 'not-signed-in')) throw error
  }
  keepSession()
}

/**
 * Before a sign-in: the response to an ending removes the browser's cookie, even if it is another user's by then. It is awaited,
 * and aborted after this time (ms).
 */
export async function sessionEnded(timeoutMs = 3000): Promise<void> {
  if (!ending) return
  const timer = setTimeout(ending.stop, timeoutMs)
  await ending.told.catch(() => undefined)
  clearTimeout(timer)
}

/** Ends a session that was left while offline, if there is one. @throws as `endSession` */
export async function endSessionLeft(): Promise<void> {
  const how = localStorage.getItem(name)
  if (how !== null) await endSession(how === 'locked' ? how : 'yes')
}

/** The session of this browser is a new one. */
export const keepSession = (): void => localStorage.removeItem(name)
