import type { RuleSet } from '@sepakat/rules/types/RuleSet.ts'
import type { BodyOf, Me, ResponseOf } from '#sync/apiTypes.ts'
import { pagesOf, queryOf } from '#sync/transport/queryOf.ts'

export type RuleSetLine = ResponseOf<'GET /rule-sets'>['items'][number]
export type Approver = ResponseOf<'GET /rule-sets'>['approvers'][number]
export type Effects = ResponseOf<'GET /rule-sets/:id/effects'>
export type RuleChange = BodyOf<'POST /rule-sets'>['change']

/** Its choices typed by rules. */
export const rulesOf = (set: RuleSetLine): RuleSet => set.body

export const ruleSetsQuery = queryOf('GET /rule-sets')

export const effectsQuery = (id: string) => ({
  ...pagesOf('GET /rule-sets/:id/effects', { params: { id } }),
  // Each page is costly for the server, and new approvals change it little.
  staleTime: 300_000,
  refetchOnWindowFocus: false,
})

/** Whether the current user proposed it, in whatever post. */
export const isOwn = ({ proposedBy }: RuleSetLine, posts: Me['posts']): boolean =>
  posts.some(post => proposedBy.actor === `post:${post.id}`)
