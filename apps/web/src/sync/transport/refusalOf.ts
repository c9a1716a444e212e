import { ProblemError } from '../problems/ProblemError.ts'
import { waitForTurn } from './serverBusy.ts'

/** The codes the API will answer again however often it is asked; everything else is worth a retry. */
export function isFinal(error: unknown): error is ProblemError {
  if (!(error instanceof ProblemError)) return false
  const { status } = error.problem
  return status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429
}

/** The delay before the next attempt: as the server says, else longer each time, at most half a minute. For want of room the page says so meanwhile. */
export function delayAfter(error: unknown, failures: number): number {
  const problem = error instanceof ProblemError ? error.problem : undefined
  const asked = problem?.retryAfter
  if (asked !== undefined) {
    if (problem?.code === 'busy') void waitForTurn(asked)
    return asked * 1000
  }
  return Math.min(30_000, 1000 * 2 ** Math.min(failures - 1, 5))
}
