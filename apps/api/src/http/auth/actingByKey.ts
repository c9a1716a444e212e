import type { KeyRow } from '@sepakat/db'
import { type AccessPost, keyScopes, may, type Permission, type ReportType, reachOf } from '@sepakat/rules'
import { accessSpan, always, type Reach } from './accessSpan.ts'
import type { Acting } from './acting.ts'

const known = new Set<string>(keyScopes)
/** What a key was given before it could no more be given counts no more either. */
const isScope = (scope: string): scope is Permission => known.has(scope)

const reach = ({ reportTypes, region, officeIds }: KeyRow): Reach => ({ reportTypes, region, officeIds })

/** Of both; null where they have none in common. Empty means all. */
const typesOfBoth = (one: ReportType[], other: ReportType[]): ReportType[] | null => {
  if (one.length === 0 || other.length === 0) return [...one, ...other]
  const both = one.filter(type => other.includes(type))
  return both.length > 0 ? both : null
}

/** A post of the owner, as far as the key reaches; none where they share no report type. */
const ownersPost = (key: KeyRow, { role, from, to, ...post }: KeyRow['ownerPosts'][number]): AccessPost[] => {
  const reportTypes = typesOfBoth(key.reportTypes, post.reportTypes)
  return reportTypes === null ? [] : [{ kind: 'post', role, from, to, ...accessSpan({ ...post, reportTypes }) }]
}

/** A key does what it was given and its owner may today; for the plan, as far as both reach. */
export const actingByKey = (row: KeyRow, today: string): Acting => {
  const scopes = row.scopes.filter(isScope)
  const owner = row.ownerPosts.flatMap(post => ownersPost(row, post))
  const access = { kind: 'key', scopes, owner, ...accessSpan(reach(row)), ...always } satisfies Acting['access']
  const plan = reachOf(access, 'plan.manage', today)
  return {
    id: `key:${row.id}`,
    person: { id: row.ownerId, name: row.ownerName },
    via: 'key',
    access,
    today,
    permissions: new Set(scopes.filter(scope => may(access, scope, { today }))),
    ...(plan === null
      ? reach(row)
      : {
          reportTypes: plan.reportTypes ?? [],
          region: plan.offices === null,
          officeIds: plan.offices ?? [],
        }),
    session: null,
    key: { id: row.id, name: row.name, expiresAt: row.expiresAt },
  }
}
