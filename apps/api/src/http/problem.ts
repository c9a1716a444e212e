import { type Problem, type ProblemCode, problems } from '@sepakat/contract'
import type { Refusal } from './refusal.ts'

type More = Partial<Pick<Problem, 'detail' | 'errors' | 'needs' | 'version' | 'offset' | 'retryAfter'>>

/** What is thrown for anything that can go wrong; the error handler answers it as RFC 9457 problem details. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly more: More
  readonly statusCode: number
  /** What history keeps of it. */
  refusal: Refusal | null = null

  constructor(code: ProblemCode, more: More) {
    super(code)
    this.name = 'ProblemError'
    this.code = code
    this.more = more
    this.statusCode = problems[code].status
  }

  /** The same, as a refusal that history keeps: the frame notes it once the request, and its transaction with it, has failed. */
  recorded(refusal: Refusal): this {
    this.refusal = refusal
    return this
  }
}

/** `throw problem('needs-unmet', { needs })`. Without `detail` the catalogue's own is sent; it says what to do. */
export const problem = (code: ProblemCode, more: More = {}): ProblemError => new ProblemError(code, more)

/** One wrong field of the request. `pointer` is a JSON Pointer into the body. */
export const invalid = (pointer: string, message: string, code = 'custom'): ProblemError =>
  problem('invalid', { errors: [{ pointer, code, message }] })

/** The body of a problem; `instance` is the request id. */
export const problemBody = (
  error: ProblemError,
  instance: string,
  contact: Problem['contact'] | undefined,
): Problem => {
  const { status, title, detail } = problems[error.code]
  return { type: `/problems/${error.code}`, title, status, code: error.code, detail, instance, ...error.more, contact }
}
