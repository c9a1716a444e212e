import type { Problem } from '@sepakat/contract'

/** A refusal of the API (RFC 9457). `problem.instance` is the request id a user can quote. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.title}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The request got no response: no network, a dropped connection, or a server that is not this API. */
export class NoAnswerError extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause })
    this.name = 'NoAnswerError'
  }
}

export const hasCode = (error: unknown, code: string): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === code

/**
 * Messages of `errors[]` by the name of their field: `/post/from` and `/from` → `post.from`, `from`.
 * The first one of a field wins.
 */
export function byField(errors: NonNullable<Problem['errors']>): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { pointer, message } of errors) {
    const name = pointer.replace(/^\/(body\/)?/, '').replaceAll('/', '.')
    found[name] ??= message
  }
  return found
}

/** What a refusal says of the fields. */
export const fieldErrors = (error: unknown): Record<string, string> =>
  error instanceof ProblemError ? byField(error.problem.errors ?? []) : {}

/** One sentence for the user about anything that was thrown. */
export function saidOf(error: unknown): string {
  if (error instanceof ProblemError) return `${error.problem.title}. ${error.problem.detail}`
  if (error instanceof NoAnswerError) return 'Server tidak menjawab. Periksa sambungan internet Anda, lalu coba lagi.'
  return 'Halaman ini gagal ditampilkan. Muat ulang; bila tetap terjadi, hubungi pengelola.'
}
