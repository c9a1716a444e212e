import { type AccessActor, type AccessTarget, may } from '../access/may.ts'
import { isOfOffice } from '../access/roles.ts'
import { isWithOffice, type Status } from './statuses.ts'

/**
 * Whether the actor may read the current answers. While they are with the office, only its own posts, its
 * contributors and the keys that write for it read them; status and progress are `submission.read`.
 */
export function mayReadAnswers(actor: AccessActor, target: AccessTarget & { status: Status }): boolean {
  if (!may(actor, 'submission.read', target)) return false
  if (!isWithOffice(target.status)) return true
  return actor.kind === 'post' ? isOfOffice(actor.role) : may(actor, 'submission.write', target)
}
