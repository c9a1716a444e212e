import type { EventType } from '@sepakat/rules'
import type { BoundKindName } from './boundKinds.ts'

const move = ['submission', 'note', 'reopening'] as const

/**
 * What each type of event must bind: a writer of rows of these kinds names them in its event, or `audit:verify` takes what was
 * written for tampering. Empty: it writes none (ticks and descriptions of files follow from the event itself).
 */
const boundByEvent = {
  'history.bound': [],
  'submission.created': ['submission'],
  'submission.version-moved': ['submission'],
  'submission.submitted': move,
  'submission.signed': move,
  'submission.declined': move,
  'submission.withdrawn': move,
  'submission.claimed': move,
  'submission.released': move,
  'submission.ticked': [],
  'submission.returned': move,
  'submission.approved': move,
  'submission.reopened': move,
  'submission.extended': ['submission'],
  'submission.due-moved': ['submission'],
  'submission.office-changed': ['submission'],
  'submission.archived': ['submission'],
  'submission.recomputed': [],
  'note.added': ['note'],
  'note.answered': ['note'],
  'note.resolved': ['note'],
  'attachment.added': ['attachment'],
  'attachment.replaced': ['attachment'],
  'attachment.removed': ['attachment'],
  'attachment.described': [],
  'reopening.requested': ['reopening'],
  'reopening.declined': ['reopening'],
  'reopening.withdrawn': ['reopening'],
  'contribution.given': ['contribution'],
  'contribution.done': ['contribution'],
  'contribution.taken-back': ['contribution'],
  'contribution.moved': ['contribution'],
  'catalogue.published': [],
  'catalogue.proposed': [],
  'catalogue.declined': [],
  'ruleset.proposed': ['ruleset'],
  'ruleset.approved': ['ruleset'],
  'ruleset.withdrawn': ['ruleset'],
  'assignment.changed': [],
  'wave.changed': [],
  'period.changed': [],
  'obligations.generated': [],
  'obligation.removed': [],
  'office.changed': [],
  'person.created': ['person'],
  'person.changed': ['person'],
  'post.granted': ['post'],
  'post.ended': ['post'],
  'code.issued': [],
  'password.changed': [],
  'password.reset': [],
  'second-factor.set-up': ['person'],
  'second-factor.removed': ['person'],
  'second-factor.reset': ['person'],
  'second-factor.codes-made': [],
  'second-factor.code-used': [],
  'second-factor.refused': [],
  'key.issued': ['key'],
  'key.revoked': ['key'],
  'key.handed-over': ['key'],
  'second.asked': ['seconding'],
  'second.approved': ['seconding'],
  'second.declined': ['seconding'],
  'second.withdrawn': ['seconding'],
  'setting.changed': [],
  'announcement.changed': [],
  'nomenclature.changed': [],
  'session.started': [],
  'session.ended': [],
  'session.refused': [],
  'key.refused': [],
  'password.refused': [],
  'access.refused': [],
  'session.switched': [],
  'submission.read': [],
  'attachment.read': [],
  'export.made': [],
} as const satisfies Record<EventType, readonly BoundKindName[]>

/** Ids of what was written, by kind. */
export type Binds = Partial<Record<BoundKindName, readonly string[]>>

type Must<T extends EventType> = (typeof boundByEvent)[T][number]
/** How an event of this type says what it binds; one that must bind nothing may. */
export type BindsOf<T extends EventType> = [Must<T>] extends [never]
  ? { binds?: Binds }
  : { binds: Binds & Record<Must<T>, readonly string[]> }
