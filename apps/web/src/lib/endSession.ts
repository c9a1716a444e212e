// The session of this browser ends by the word of the server alone: what it did not hear it is told before it is asked who is here,
// whoever has begun to work here meanwhile.
import { api } from './api.ts'
import { hasCode } from './ProblemError.ts'

const name = 'sepakat.session-to-end'

export const isSessionLeft = (): boolean => localStorage.getItem(name) !== null
/** It ends as soon as the server can be told. */
export const leaveSession = (): void => localStorage.setItem(name, 'yes')

/** @throws NoAnswerError, ProblemError: it is told again by `endSessionLeft` */
export async function endSession(): Promise<void> {
  leaveSession()
  try {
    await api('DELETE /session')
  } catch (error) {
    if (!hasCode(error, 'not-signed-in')) throw error
  }
  keepSession()
}

/** Ends the one that somebody left without a line, if there is one. @throws as `endSession` */
export async function endSessionLeft(): Promise<void> {
  if (isSessionLeft()) await endSession()
}

/** The session of this browser is a new one. */
export const keepSession = (): void => localStorage.removeItem(name)
