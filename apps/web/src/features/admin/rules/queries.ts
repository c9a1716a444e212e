import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import type { ResponseOf } from '../../../lib/apiTypes.ts'

export type RuleSetLine = ResponseOf<'GET /rule-sets'>['items'][number]

export const ruleSetsQuery = queryOptions({
  queryKey: ['GET /rule-sets'],
  queryFn: ({ signal }) => api('GET /rule-sets', { signal }),
})
