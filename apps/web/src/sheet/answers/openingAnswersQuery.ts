import { queryOptions } from '@tanstack/react-query'
import { answersQuery } from '#submissions/submissionQueries.ts'
import { cacheFirst } from '#sync/transport/cacheFirst.ts'

/**
 * The initial answers of a form: cached ones where this device has them, since `changes` brings what came after. Not of a part:
 * the cache may be of an earlier part, and changes would not bring the rest.
 */
export const openingAnswersQuery = (id: string, part: string[] | null) => {
  const whole = answersQuery(id, part)
  if (part !== null) return whole
  return queryOptions({
    ...whole,
    queryKey: [...whole.queryKey, 'opening'],
    queryFn: cacheFirst(read => read('GET /submissions/:id/answers', { params: { id }, query: { revs: true } }), {
      renew: false,
    }),
  })
}
