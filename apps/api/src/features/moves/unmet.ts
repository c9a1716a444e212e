import { type Finding, type MoveNeed, needLabels } from '@sepakat/rules'
import { type ProblemError, problem } from '#http/problem.ts'

const mostErrors = 200

/** All that a move lacks; what blocks a submitting is named answer by answer. */
export const unmet = (needs: MoveNeed[], blocking: Finding[] = []): ProblemError =>
  problem('needs-unmet', {
    detail: needs.map(need => needLabels[need]).join(' '),
    needs: needs.map(code => ({ code, message: needLabels[code] })),
    ...(blocking.length > 0 && {
      errors: blocking.slice(0, mostErrors).map(({ at, code, message }) => ({ pointer: at, code, message })),
    }),
  })
