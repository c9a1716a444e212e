import { fieldErrors } from './ProblemError.ts'
import { ProblemPanel } from './ProblemPanel.tsx'

/** The error, unless all of it is shown at the fields of the form. */
export function FormProblem({ failed, fields }: { failed: unknown; fields: readonly string[] }) {
  if (failed === null) return null
  const named = Object.keys(fieldErrors(failed))
  const beside = named.every(name => fields.some(field => name === field || name.startsWith(`${field}.`)))
  return named.length > 0 && beside ? null : <ProblemPanel error={failed} />
}
