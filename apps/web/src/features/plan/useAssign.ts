import type { BodyOf, ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'

/** Assigns a row (or a whole form) to an office, and invalidates what depends on it. */
export function useAssign(): (body: BodyOf<'POST /assignments'>) => Promise<ResponseOf<'POST /assignments'>> {
  const invalidate = useInvalidate()
  return async body => {
    const line = await api('POST /assignments', { body })
    await invalidate('GET /assignments', 'POST /obligations/preview')
    return line
  }
}
