import type { FastifyRequest } from 'fastify'
import type { Deps } from './deps.ts'
import type { ProblemError } from './problem.ts'

const isId = (text: unknown): boolean =>
  typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** What a person or key asked for without having the right to it, or by an id that is not its own; what another site asked for. */
const isProbe = ({ code }: ProblemError, { acting, routeOptions }: FastifyRequest): boolean => {
  if (code === 'origin-refused') return true
  if (!acting) return false
  return code === 'no-right' || (code === 'not-found' && routeOptions.url?.includes('/:') === true)
}

/** Notes a refused probe: who, which route, and the ids that were tried, if they are ids; nothing else of the request. */
export const noteProbe = async (
  { refusals, clock }: Pick<Deps, 'refusals' | 'clock'>,
  error: ProblemError,
  request: FastifyRequest,
): Promise<void> => {
  if (!isProbe(error, request)) return
  const { acting, method, routeOptions, params, ip } = request
  const ids = Object.fromEntries(Object.entries((params ?? {}) as object).filter(([, value]) => isId(value)))
  await refusals.note({
    type: 'access.refused',
    person: acting?.person.id ?? null,
    by: acting?.id ?? ip,
    actor: acting?.id ?? 'system',
    data: { route: `${method} ${routeOptions.url ?? ''}`, code: error.code, ids },
    now: clock(),
  })
}
