import { faultsOf } from '@sepakat/contract'
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { ResponseSerializationError } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { problem } from './problem.ts'

const mostErrors = 50

const invalidBy = (error: z.core.$ZodError) => problem('invalid', { errors: faultsOf(error).slice(0, mostErrors) })

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
