import './messages.ts'
import type { Problem } from '@sepakat/contract'
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { ResponseSerializationError } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { problem } from './problem.ts'

type Issue = z.core.$ZodIssue
type Wrong = NonNullable<Problem['errors']>[number]
type Path = readonly PropertyKey[]

const mostErrors = 50

/** RFC 6901: the empty pointer is the whole; `~` and `/` in a key are escaped. */
export const pointerOf = (path: Path): string =>
  path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Of a union whose every branch fails, the branch that came nearest says what is wrong. */
const nearest = (branches: Issue[][]): Issue[] =>
  branches.reduce((best, branch) => (branch.length < best.length ? branch : best), branches[0] ?? [])

const errorsOf = (issue: Issue, above: Path = []): Wrong[] => {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ pointer: pointerOf([...path, key]), code: issue.code, message: issue.message }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return nearest(issue.errors).flatMap(inner => errorsOf(inner, path))
  return [{ pointer: pointerOf(path), code: issue.code, message: issue.message }]
}

const invalidBy = (error: z.core.$ZodError) =>
  problem('invalid', { errors: error.issues.flatMap(issue => errorsOf(issue)).slice(0, mostErrors) })

/** The value as the schema gives it. @throws the problem `invalid` that names each wrong field */
export const parse = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalidBy(result.error)
}

/**
 * Checks what comes in. An id in the path that is no id names nothing: 404. A request without a body is judged as an empty
 * object, so that each missing field is named.
 */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const wrong = httpPart === 'params' ? () => problem('not-found') : invalidBy
  return data => {
    const result = schema.safeParse(data === undefined && httpPart === 'body' ? {} : data)
    return result.success ? { value: result.data } : { error: wrong(result.error) }
  }
}

/**
 * Checks what goes out, and leaves out what the contract does not name. By `safeParse`: the plugin's compiler encodes, which runs
 * every check twice, and no answer has a codec.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> =
  ({ schema, method, url }) =>
  data => {
    const result = schema.safeParse(data)
    if (!result.success) throw new ResponseSerializationError(method, url, { cause: result.error })
    return JSON.stringify(result.data)
  }
