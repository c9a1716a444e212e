import { useQueryClient } from '@tanstack/react-query'
import { assignmentsKey } from '#administration/assignmentsQuery.ts'
import type { BodyOf, ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'
import { previewKey } from './queries.ts'

/** Assigns a row (or a whole form) to an office, and invalidates what depends on it. */
export function useAssign(): (body: BodyOf<'POST /assignments'>) => Promise<ResponseOf<'POST /assignments'>> {
  const client = useQueryClient()
  return async body => {
    const line = await api('POST /assignments', { body })
    await Promise.all([
      client.invalidateQueries({ queryKey: assignmentsKey }),
      client.invalidateQueries({ queryKey: previewKey }),
    ])
    return line
  }
}
