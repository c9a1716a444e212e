// The session of this browser ends by the word of the server alone: what it did not hear it is told before it is asked who is here,
// whoever has begun to work here meanwhile.
import { api } from './api.ts'
import { hasCode } from './ProblemError.ts'

const name = 'sepakat.session-to-end'

export const isSessionLeft = (): boolean => localStorage.getItem(name) !== null
/** Left for good, or by a locked screen, from which its person goes on without another proof than the password. */
type How = 'yes' | 'locked'
/** It ends as soon as the server can be told. */
export const leaveSession = (how: How = 'yes'): void => localStorage.setItem(name, how)

let ending: { told: Promise<void>; stop: () => void } | null = null

/** @throws NoAnswerError, ProblemError, AbortError where somebody signed in meanwhile: it is told again by `endSessionLeft` */
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
 * Before somebody signs in: the answer to an ending takes the browser's cookie away, whosever that is by then. It is waited for,
 * and given up where it has not come in so long (ms).
 */
export async function sessionEnded(timeoutMs = 3000): Promise<void> {
  if (!ending) return
  const timer = setTimeout(ending.stop, timeoutMs)
  await ending.told.catch(() => undefined)
  clearTimeout(timer)
}

/** Ends the one that somebody left without a line, if there is one. @throws as `endSession` */
export async function endSessionLeft(): Promise<void> {
  const how = localStorage.getItem(name)
  if (how !== null) await endSession(how === 'locked' ? how : 'yes')
}

/** The session of this browser is a new one. */
export const keepSession = (): void => localStorage.removeItem(name)
