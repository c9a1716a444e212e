import { type Role, roleLabels, titleOfPost } from '@sepakat/rules/access/roles.ts'
import type { Post } from '../apiTypes.ts'

export const roleLabel = (role: string): string => roleLabels[role as Role] ?? role

/** `Operator`, or the post's own title; with `Plt.` before it where the person acts for another. */
export const postTitle = (post: Post): string => titleOfPost({ ...post, role: post.role as Role })

/** The reach of the post: its offices, or the whole region. */
export function postPlace(post: Post, regionName: string): string {
  if (post.region) return regionName
  const [first, ...others] = post.offices
  if (!first) return regionName
  return others.length > 0 ? `${first.name} dan ${others.length} lainnya` : first.name
}
