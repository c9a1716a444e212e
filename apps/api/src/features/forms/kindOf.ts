import { type FormId, type Kind, kinds } from '@sepakat/rules'
import { problem } from '#http/problem.ts'

/** The kind of the form in the path. */
export const kindOf = ({ type, form }: { type: string; form: string }): Kind => {
  const kind = kinds[`${type}/${form}` as FormId]
  if (!kind) throw problem('not-found')
  return kind
}
