import { ProblemError } from '../../../lib/ProblemError.ts'

/** What the API will answer again however often it is asked; everything else is worth another try. */
export function isFinal(error: unknown): error is ProblemError {
  if (!(error instanceof ProblemError)) return false
  const { status } = error.problem
  return status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429
}

/** How long to wait before the next try: as the server says, else longer each time, never beyond half a minute. */
export function delayAfter(error: unknown, failures: number): number {
  const asked = error instanceof ProblemError ? error.problem.retryAfter : undefined
  if (asked !== undefined) return asked * 1000
  return Math.min(30_000, 1000 * 2 ** Math.min(failures - 1, 5))
}
