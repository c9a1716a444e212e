import type { EventType } from '@sepakat/rules'
import type { BoundKindName, boundKinds } from './boundKinds.ts'

type Columns<K extends BoundKindName> = readonly (keyof (typeof boundKinds)[K]['columns'])[]
type MayChange = { [K in BoundKindName]: Partial<Record<EventType, Columns<K>>> }

const moved = ['status', 'statusAt', 'statusBy', 'claimedBy', 'claimedAt'] as const
const opened = [...moved, 'open', 'reviewedBy', 'returnDueAt'] as const
const part = ['status', 'statusAt', 'dueAt', 'note'] as const
const answered = ['status', 'answer', 'answeredBy', 'answeredAt'] as const
const decided = ['status', 'decidedBy', 'decidedAt', 'reason'] as const

/**
 * What an event may leave other than the event before it left it, by kind and type; not named: nothing of an existing row.
 * More than that was changed without an event, and the next event of the row took it up.
 */
export const mayChange: MayChange = {
  submission: {
    'submission.version-moved': ['formVersion'],
    'submission.submitted': [...moved, 'submittedFrom', 'reviewedBy', 'latestRevision', 'submittedAt'],
    'submission.signed': moved,
    'submission.declined': moved,
    'submission.withdrawn': moved,
    'submission.claimed': moved,
    'submission.released': moved,
    'submission.returned': opened,
    'submission.approved': [...opened, 'latestRevision', 'approvedRevision'],
    'submission.reopened': opened,
    'submission.extended': ['dueAt', 'returnDueAt'],
    'submission.due-moved': ['dueAt'],
    'submission.office-changed': ['of'],
    'submission.archived': ['status', 'statusAt', 'statusBy', 'formVersion', 'latestRevision', 'approvedRevision'],
  },
  note: { 'note.answered': ['status', 'answers'], 'note.resolved': ['status'] },
  question: { 'figure.answered': ['status', 'answers'], 'figure.closed': ['status'] },
  attachment: { 'attachment.removed': ['removedAt'] },
  contribution: {
    'contribution.given': part,
    'contribution.done': part,
    'contribution.taken-back': part,
    'contribution.moved': ['of', ...part],
  },
  reopening: {
    'submission.returned': answered,
    'submission.withdrawn': answered,
    'submission.declined': answered,
    'submission.reopened': answered,
    'reopening.declined': answered,
    'reopening.withdrawn': answered,
  },
  person: {
    'person.changed': ['name', 'nip', 'username', 'phone', 'disabledAt'],
    'second-factor.set-up': ['factorAt', 'factor'],
    'second-factor.removed': ['factorAt', 'factor'],
    'second-factor.reset': ['factorAt', 'factor'],
  },
  post: { 'post.ended': ['to'], 'office.changed': ['offices'] },
  key: { 'key.revoked': ['revokedAt'], 'key.handed-over': ['owner', 'formerOwners'], 'office.changed': ['offices'] },
  ruleset: { 'ruleset.approved': ['status', 'approvedBy', 'approvedAt'], 'ruleset.withdrawn': ['status'] },
  seconding: {
    'second.approved': decided,
    'second.declined': decided,
    'second.withdrawn': decided,
    'post.granted': decided,
    'post.ended': decided,
    'person.changed': decided,
    'key.issued': decided,
    'key.handed-over': decided,
    'second-factor.reset': decided,
    'office.changed': decided,
    'setting.changed': decided,
  },
}
