import type { FastifyRequest } from 'fastify'
import type { Deps } from './deps.ts'
import type { ProblemError } from './problem.ts'
import type { Refusal } from './refusal.ts'

const isId = (text: unknown): boolean =>
  typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** What a person or key asked for without having the right to it, or by an id that is not its own; what another site asked for. */
const isProbe = ({ code }: ProblemError, { acting, routeOptions }: FastifyRequest): boolean => {
  if (code === 'origin-refused') return true
  if (!acting) return false
  return code === 'no-right' || (code === 'not-found' && routeOptions.url?.includes('/:') === true)
}

/** Who probed, which route, and the ids that were tried, if they are ids; nothing else of the request. */
const probeOf = ({ code }: ProblemError, { acting, method, routeOptions, params, ip }: FastifyRequest): Refusal => {
  const ids = Object.fromEntries(Object.entries((params ?? {}) as object).filter(([, value]) => isId(value)))
  return {
    type: 'access.refused',
    person: acting?.person.id ?? null,
    by: acting?.id ?? ip,
    data: { route: `${method} ${routeOptions.url ?? ''}`, code, ids },
  }
}

/** Notes a refusal that history keeps: one that was thrown as such, or a refused probe. */
export const noteRefusal = async (
  { refusals, clock }: Pick<Deps, 'refusals' | 'clock'>,
  error: ProblemError,
  request: FastifyRequest,
): Promise<void> => {
  const refusal = error.refusal ?? (isProbe(error, request) ? probeOf(error, request) : null)
  if (refusal === null) return
  await refusals.note(refusal, { actor: refusal.actor ?? request.acting?.id ?? 'system', now: clock() })
}
