// Separation of duties: what touches reports takes two people (decision 0060).
import type { Permission } from './permissions.ts'
import { permissionsOf, type Role } from './roles.ts'

/** Reading, writing or deciding on reports. Running the plan and the system is none of these. */
const ofReports = new Set<Permission>([
  'submission.read',
  'submission.write',
  'submission.submit',
  'submission.sign',
  'submission.review',
  'submission.evaluate',
  'submission.reopen',
  'contribution.manage',
  'figure.read',
  'audit.read',
  'archive.manage',
  'ruleset.approve',
  'edition.manage',
  'edition.approve',
])
const touchReports = (permissions: readonly Permission[]): boolean => permissions.some(one => ofReports.has(one))

/** Posts that grant rights or second them: giving and removing one needs a second person. */
export const isGuardian = (role: Role): boolean => role === 'admin' || role === 'approver'

export const postNeedsSecond = (role: Role): boolean => isGuardian(role) || touchReports(permissionsOf[role])
export const keyNeedsSecond = (scopes: readonly Permission[]): boolean => touchReports(scopes)

/** For so many days a person may not second for the one who created or appointed him or her. */
export const strangerDays = 30

/**
 * A post with the permission to second, and since when its holder, or the post, exists by the asker or by a person the asker created
 * recently; null: by another.
 */
export interface Seconder {
  person: string
  post: string
  role: Role
  /** For the whole region. */
  region: boolean
  madeByAsker: Date | null
  grantedByAsker: Date | null
  /** Created the asker, or appointed the asker to the asking post, recently; or created the one who did. */
  madeAsker: boolean
}

/** Whether this post may second for the person `asker`: another administrator or the region's approver, not created by the asker. */
export const maySecond = (
  { person, role, region, madeByAsker, grantedByAsker }: Omit<Seconder, 'madeAsker'>,
  { asker, now }: { asker: string; now: Date },
): boolean => {
  const bound = (since: Date | null) => since !== null && now.getTime() - since.getTime() < strangerDays * 86_400_000
  return person !== asker && isGuardian(role) && region && !bound(madeByAsker) && !bound(grantedByAsker)
}

/** The person who recently created the asker may be the real asker, and seconds only where no independent person can. */
export const yieldsToStrangers = (
  one: Seconder,
  seconders: readonly Seconder[],
  who: { asker: string; now: Date },
): boolean => one.madeAsker && seconders.some(other => !other.madeAsker && maySecond(other, who))

/** Why an act on rights needs no second person; null: it waits for one. */
export type Alone = 'off' | 'nobody' | null
export const standsAlone = (on: boolean, seconders: readonly Seconder[], who: { asker: string; now: Date }): Alone =>
  on ? (seconders.some(one => maySecond(one, who)) ? null : 'nobody') : 'off'
