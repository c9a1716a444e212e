import type { Result } from '@sepakat/rules'
import { type ProblemError, problem } from '#http/problem.ts'
import { changeRefusal } from '#submissions/changeRefusal.ts'

/** Why a request under If-Match saved nothing: the changes that were not accepted. */
export const refusedChanges = (results: Result[], version: number): ProblemError => {
  const errors = results.flatMap((result, at) =>
    result.result === 'applied' || result.result === 'already'
      ? []
      : [{ ...changeRefusal(result), pointer: `/changes/${at}` }],
  )
  return problem('invalid', {
    detail: 'Tidak ada yang disimpan. Perbaiki perubahan yang disebut, lalu kirim semuanya lagi.',
    errors: errors.slice(0, 50),
    version,
  })
}
