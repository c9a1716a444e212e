import { type AccessActor, type AccessTarget, may } from '../access/may.ts'
import { isOfOffice } from '../access/roles.ts'
import { isWithOffice, type Status } from './statuses.ts'

/**
 * Whether the actor may read the answers as they stand now. While they are with the office, its own posts, its
 * contributors and the keys that write for it read them, nobody else; status and progress are `submission.read`.
 */
export function mayReadAnswers(actor: AccessActor, target: AccessTarget & { status: Status }): boolean {
  if (!may(actor, 'submission.read', target)) return false
  if (!isWithOffice(target.status)) return true
  return actor.kind === 'post' ? isOfOffice(actor.role) : may(actor, 'submission.write', target)
}
