import type { ReportType } from '../reportTypes.ts'
import type { Permission } from './permissions.ts'
import { permissionsOf, type Role } from './roles.ts'

/** How far an actor reaches. Null: all. An office includes its sub-offices. */
export interface Reach {
  reportTypes: ReportType[] | null
  offices: string[] | null
}
/** Days as 2026-03-31, both inclusive. */
interface Span extends Reach {
  from: string
  to: string | null
}
export type AccessPost = Span & { kind: 'post'; role: Role }
/** `owner`: today's posts of the key's owner, limited to the key's reach: a key never does more than they. */
export type AccessActor = AccessPost | (Span & { kind: 'key'; scopes: Permission[]; owner: AccessPost[] })

/** The target of an act. Absent facts are not checked: a list checks only the permission and is then filtered to the reach. */
export interface AccessTarget {
  /** the day of the act in the region's zone */
  today: string
  reportType?: ReportType
  /** the office and its ancestors, in any order; empty: the region itself, of no single office */
  office?: string[]
  /** the acting office or person is a current contributor of this submission */
  contributor?: boolean
  /** the reviewer of this form: the `reviewer` of its kind */
  reviewer?: 'verifier' | 'evaluator'
}

const holds = (actor: AccessActor, permission: Permission): boolean =>
  (actor.kind === 'post' ? permissionsOf[actor.role] : actor.scopes).includes(permission)

const isCurrent = (actor: AccessActor, today: string): boolean =>
  actor.from <= today && (actor.to === null || today <= actor.to)

/** Whether what is of this report type and office lies within the reach. */
export const isWithin = (
  { reportTypes, offices }: Reach,
  { reportType, office }: Pick<AccessTarget, 'reportType' | 'office'>,
): boolean =>
  (!reportType || reportTypes === null || reportTypes.includes(reportType)) &&
  (!office || offices === null || office.some(id => offices.includes(id)))

/** A contributing unit reads and fills in its part; the submission remains the office's. */
const ofContributors: Permission[] = ['submission.read', 'submission.write']

/** Permissions of the form's reviewer only, not of the reviewer of another kind of form. */
const ofReviewers: Permission[] = ['submission.review', 'submission.evaluate']

/** Whether this post or key may do this to that. Statuses are checked by `decideMove` and `judgeChange`. */
export function may(actor: AccessActor, permission: Permission, target: AccessTarget): boolean {
  if (!holds(actor, permission) || !isCurrent(actor, target.today)) return false
  const { reviewer, contributor } = target
  if (actor.kind === 'key' && !actor.owner.some(post => may(post, permission, target))) return false
  if (ofReviewers.includes(permission) && actor.kind === 'post' && reviewer && actor.role !== reviewer) return false
  if (contributor && ofContributors.includes(permission)) return true
  return isWithin(actor, target)
}

/** The filter of a list: null for nothing at all; in it, null means all report types, all offices. */
export function reachOf(actor: AccessActor, permission: Permission, today: string): Reach | null {
  if (!may(actor, permission, { today })) return null
  if (actor.kind === 'post') return { reportTypes: actor.reportTypes, offices: actor.offices }
  return joined(actor.owner.filter(post => may(post, permission, { today })))
}

/** A list has one reach: of several posts all the offices of those with the report types of the oldest. */
function joined([first, ...others]: AccessPost[]): Reach | null {
  if (!first) return null
  const types = (post: AccessPost) => post.reportTypes?.toSorted().join() ?? null
  const alike = [first, ...others.filter(post => types(post) === types(first))]
  const offices = alike.some(post => post.offices === null) ? null : alike.flatMap(post => post.offices ?? [])
  return { reportTypes: first.reportTypes, offices: offices && [...new Set(offices)] }
}
