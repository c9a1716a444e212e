import type { Post } from './apiTypes.ts'

const roles: Record<string, string> = {
  operator: 'Operator',
  head: 'Kepala perangkat daerah',
  verifier: 'Verifikator',
  coordinator: 'Koordinator',
  leader: 'Pimpinan',
  auditor: 'Pengawas',
  evaluator: 'Penilai',
  approver: 'Pejabat pengesah',
  admin: 'Pengelola sistem',
}
const acting: Record<string, string> = { plt: 'Plt.', plh: 'Plh.', pj: 'Pj.' }

export const roleLabel = (role: string): string => roles[role] ?? role

/** `Operator`, or the post's own title; with `Plt.` before it where the person acts for another. */
export function postTitle(post: Post): string {
  const title = post.title || roleLabel(post.role)
  return post.acting ? `${acting[post.acting] ?? post.acting} ${title}` : title
}

/** Where the post holds: its offices, or the whole region. */
export function postPlace(post: Post, regionName: string): string {
  if (post.region) return regionName
  const [first, ...others] = post.offices
  if (!first) return regionName
  return others.length > 0 ? `${first.name} dan ${others.length} lainnya` : first.name
}
