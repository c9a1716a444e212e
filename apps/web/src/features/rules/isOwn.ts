import type { Me } from '#sync/apiTypes.ts'
import type { RuleSetLine } from './queries.ts'

/** Whether the current user proposed it, in whatever post. */
export const isOwn = ({ proposedBy }: RuleSetLine, posts: Me['posts']): boolean =>
  posts.some(post => proposedBy.actor === `post:${post.id}`)
