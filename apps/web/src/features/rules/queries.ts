import type { RuleSet } from '@sepakat/rules/types/RuleSet.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { BodyOf, ResponseOf } from '#sync/apiTypes.ts'
import { api } from '#sync/transport/api.ts'

export type RuleSetLine = ResponseOf<'GET /rule-sets'>['items'][number]
export type Approver = ResponseOf<'GET /rule-sets'>['approvers'][number]
export type Effects = ResponseOf<'GET /rule-sets/:id/effects'>
export type RuleChange = BodyOf<'POST /rule-sets'>['change']

/** Its choices typed by rules. */
export const rulesOf = (set: RuleSetLine): RuleSet => set.body

export const ruleSetsQuery = queryOptions({
  queryKey: ['GET /rule-sets'],
  queryFn: () => api('GET /rule-sets'),
})

export const effectsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['GET /rule-sets/:id/effects', id],
    queryFn: ({ pageParam }) => api('GET /rule-sets/:id/effects', { params: { id }, query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    // Each page is costly for the server, and new approvals change it little.
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  })
