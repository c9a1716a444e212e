/** A post of an administrator. Days as 2026-03-31, both included. */
export interface AdminPost {
  id: string
  personId: string
  from: string
  to: string | null
  isDisabled: boolean
}

/**
 * Whether no one could manage people for good without this post or this person, who does so today or later: there is no other
 * enabled administrator whose post has started and has no last day.
 */
export const isLastAdmin = (
  posts: readonly AdminPost[],
  without: { post: string } | { person: string },
  today: string,
): boolean => {
  const isOwn = (one: AdminPost) => ('post' in without ? one.id === without.post : one.personId === without.person)
  const stays = (one: AdminPost) => !isOwn(one) && !one.isDisabled && one.from <= today && one.to === null
  return posts.some(one => isOwn(one) && (one.to === null || one.to >= today)) && !posts.some(stays)
}
