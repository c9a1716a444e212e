import { type ProblemError, problem } from './problem.ts'

/** What is refused for want of one thing. */
export const lacking = (code: string, message: string): ProblemError =>
  problem('needs-unmet', { detail: message, needs: [{ code, message }] })
