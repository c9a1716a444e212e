import type { Me } from '../../../lib/apiTypes.ts'
import type { RuleSetLine } from './queries.ts'

/** Whether who is signed in proposed it, at whatever post. */
export const isOwn = ({ proposedBy }: RuleSetLine, posts: Me['posts']): boolean =>
  posts.some(post => proposedBy.actor === `post:${post.id}`)
