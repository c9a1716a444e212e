import type { Kind } from '@sepakat/rules'
import { useMe } from './me.tsx'

export type Reviewer = Kind['reviewer']

/** The reviewer role of the post: an evaluator reviews the forms of evaluators, a verifier all others. */
export function useReviewer(): Reviewer | undefined {
  const role = useMe().post?.role
  return role === 'verifier' || role === 'evaluator' ? role : undefined
}
