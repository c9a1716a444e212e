import type { Submission } from '#sync/apiTypes.ts'

type Name = Submission['moves'][number]['move']

export const isMine = (submission: Submission, posts: readonly { id: string }[]): boolean =>
  posts.some(post => `post:${post.id}` === submission.claimedBy?.actor)

/** A move that may be tried, with why it is not possible yet; null where it is not offered to this user. */
export function tried(submission: Submission, name: Name): { whyNot: string | null } | null {
  const move = submission.moves.find(one => one.move === name)
  if (!move) return null
  const other = move.needs.some(need => need.code === 'own-claim') && submission.claimedBy
  if (other) return { whyNot: `${other.name} sedang memeriksanya.` }
  return { whyNot: move.needs.map(need => need.message).join(' ') || null }
}
