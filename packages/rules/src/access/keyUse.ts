import type { Permission } from './permissions.ts'
import { permissionsOf, type Role } from './roles.ts'

/** A post of a key's owner: its permissions, and its last day; null: none. */
export interface OwnersPost {
  role: Role
  to: string | null
}

/**
 * What remains of a key under its owner's posts: the scopes that none of them gives, and the first day on which one of the others
 * is given for the last time; null: never.
 */
export function keyUse(
  scopes: readonly Permission[],
  posts: readonly OwnersPost[],
): { idle: Permission[]; until: string | null } {
  const giving = (scope: Permission) => posts.filter(({ role }) => permissionsOf[role].includes(scope))
  const lastDays = scopes.flatMap(scope => {
    const days = giving(scope).map(({ to }) => to)
    return days.length === 0 || days.includes(null) ? [] : [days.toSorted().at(-1)!]
  })
  return { idle: scopes.filter(scope => giving(scope).length === 0), until: lastDays.toSorted()[0] ?? null }
}
