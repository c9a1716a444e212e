import type { ProblemCode } from '@sepakat/contract'
import { ProblemError, problem } from './problem.ts'

const byFastify: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_FILES_LIMIT: 'too-large',
  FST_PARTS_LIMIT: 'too-large',
  FST_FIELDS_LIMIT: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong-media',
  FST_PROTO_VIOLATION: 'bad-request',
  FST_ERR_BAD_URL: 'bad-request',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_ERR_NOT_FOUND: 'not-found',
  // Of @fastify/static, for an address that leads out of its folder or is spelt as none of its files is.
  FST_STATIC_FORBIDDEN_PATH: 'not-found',
}

const bySqlState: Record<string, ProblemCode> = {
  '23505': 'exists',
  '23503': 'in-use',
  '23001': 'in-use',
  '23514': 'invalid',
  '23502': 'invalid',
  '22P02': 'invalid',
  '22P05': 'invalid',
  '22003': 'invalid',
  '22007': 'invalid',
  '22008': 'invalid',
  '22021': 'invalid',
  '22001': 'invalid',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '57P01': 'busy',
  '57P03': 'busy',
  '53300': 'busy',
  '08006': 'busy',
  '08001': 'busy',
  '08003': 'busy',
}

const byPrisma: Record<string, ProblemCode> = {
  P2002: 'exists',
  P2003: 'in-use',
  P2007: 'invalid',
  P2025: 'not-found',
  P2028: 'busy',
  P2024: 'busy',
  P1001: 'busy',
  P1000: 'busy',
  P1008: 'busy',
  P1017: 'busy',
}

const byNetwork = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'])

const codeOf = (error: object): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

interface AdapterError {
  meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
}

/** SQLSTATE of an error of pg, or of Prisma's adapter, which hides it two floors down. */
const sqlStateOf = (error: Error & AdapterError): string =>
  error.meta?.driverAdapterError?.cause?.originalCode ?? codeOf(error)

const isUnreachable = (error: Error): boolean =>
  byNetwork.has(codeOf(error)) || /timeout exceeded when trying to connect|Connection terminated/.test(error.message)

/**
 * Whatever was thrown, as a problem of the catalogue. An unexpected error is `internal`, and says nothing of its cause: an
 * error of the database may carry the row that it refused.
 */
export const asProblem = (thrown: unknown): ProblemError => {
  if (thrown instanceof ProblemError) return thrown
  if (!(thrown instanceof Error)) return problem('internal')
  const code = codeOf(thrown)
  const known = byFastify[code] ?? bySqlState[sqlStateOf(thrown)] ?? byPrisma[code]
  return problem(known ?? (isUnreachable(thrown) ? 'busy' : 'internal'))
}
