import type { z } from 'zod'
import type { Problem } from './problems.ts'

type Issue = z.core.$ZodIssue
type Fault = NonNullable<Problem['errors']>[number]
type Path = readonly PropertyKey[]

/** RFC 6901: the empty pointer is the whole; `~` and `/` in a key are escaped. */
export const pointerOf = (path: Path): string =>
  path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Of a union whose every branch fails, the branch that came nearest says what is wrong. */
const nearest = (branches: Issue[][]): Issue[] =>
  branches.reduce((best, branch) => (branch.length < best.length ? branch : best), branches[0] ?? [])

const faultsIn = (issue: Issue, above: Path = []): Fault[] => {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ pointer: pointerOf([...path, key]), code: issue.code, message: issue.message }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return nearest(issue.errors).flatMap(inner => faultsIn(inner, path))
  return [{ pointer: pointerOf(path), code: issue.code, message: issue.message }]
}

/** What a schema found wrong, each at its field, as a problem's `errors` name it. */
export const faultsOf = (error: z.core.$ZodError): Fault[] => error.issues.flatMap(issue => faultsIn(issue))
