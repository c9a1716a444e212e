import type { SessionRow } from '@sepakat/db'
import { permissionsOf } from '@sepakat/rules'
import { accessSpan, always } from './accessSpan.ts'
import type { Acting } from './acting.ts'

/** A person at the post in use; without one, as `system` and with no permission at all. */
export const actingBySession = (row: SessionRow, today: string): Acting => {
  const { postId, role, reportTypes, officeIds, region, from, to } = row
  const common = {
    person: { id: row.personId, name: row.name },
    via: 'session',
    today,
    session: {
      id: row.id,
      mustChangePassword: row.mustChangePassword,
      lacksSecondFactor: row.lacksSecondFactor,
    },
    key: null,
  } as const
  if (postId === null || role === null || from === null) {
    const nothing = { reportTypes: [], region: false, officeIds: [] }
    const access = { kind: 'key', scopes: [], owner: [], ...accessSpan(nothing), ...always } satisfies Acting['access']
    return { ...common, id: 'system', access, permissions: new Set(), ...nothing }
  }
  const own = { reportTypes: reportTypes ?? [], region: region === true, officeIds: officeIds ?? [] }
  return {
    ...common,
    id: `post:${postId}`,
    access: { kind: 'post', role, ...accessSpan(own), from, to },
    permissions: new Set(permissionsOf[role]),
    ...own,
  }
}
