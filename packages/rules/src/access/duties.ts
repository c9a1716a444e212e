// Separation of duties: what touches reports takes two people (decision 0060).
import type { Permission } from './permissions.ts'
import { permissionsOf, type Role } from './roles.ts'

/** Reading, writing or deciding what offices report. Running the plan and the system does none of it. */
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

/** Who hands out rights, and who seconds them: such a post needs a second to be given and to be taken away. */
export const isGuardian = (role: Role): boolean => role === 'admin' || role === 'approver'

export const postNeedsSecond = (role: Role): boolean => isGuardian(role) || touchReports(permissionsOf[role])
export const keyNeedsSecond = (scopes: readonly Permission[]): boolean => touchReports(scopes)

/** So many days nobody seconds for whoever made or appointed him or her. */
export const strangerDays = 30

/**
 * A post by which somebody could second, and since when its holder, or the post, is there by the asker or by whom the asker made
 * of late; null: by another.
 */
export interface Seconder {
  person: string
  post: string
  role: Role
  /** For the whole region. */
  region: boolean
  madeByAsker: Date | null
  grantedByAsker: Date | null
  /** Made the asker, or appointed the asker to the post that asks, of late; or made who did. */
  madeAsker: boolean
}

/** Whether this post seconds what `asker`, a person, asks: another administrator or the region's approver, no creature of the asker. */
export const maySecond = (
  { person, role, region, madeByAsker, grantedByAsker }: Omit<Seconder, 'madeAsker'>,
  { asker, now }: { asker: string; now: Date },
): boolean => {
  const bound = (since: Date | null) => since !== null && now.getTime() - since.getTime() < strangerDays * 86_400_000
  return person !== asker && isGuardian(role) && region && !bound(madeByAsker) && !bound(grantedByAsker)
}

/** Who made the asker of late may be the one who asks in truth, and seconds only where no stranger can. */
export const yieldsToStrangers = (
  one: Seconder,
  seconders: readonly Seconder[],
  who: { asker: string; now: Date },
): boolean => one.madeAsker && seconders.some(other => !other.madeAsker && maySecond(other, who))

/** Why an act on rights needs no second of another; null: it waits for one. */
export type Alone = 'off' | 'nobody' | null
export const standsAlone = (on: boolean, seconders: readonly Seconder[], who: { asker: string; now: Date }): Alone =>
  on ? (seconders.some(one => maySecond(one, who)) ? null : 'nobody') : 'off'
