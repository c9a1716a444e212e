import type { ReturnedEvent } from '@sepakat/db'
import type { RightsActKind } from '@sepakat/rules'

/** What records an act of each kind. */
interface EventTypes {
  posts: 'post.granted'
  'post-end': 'post.ended'
  access: 'person.changed'
  key: 'key.issued'
  'key-owner': 'key.handed-over'
  'second-factor': 'second-factor.reset'
  'office-parent': 'office.changed'
  reorganisation: 'office.changed' | 'submission.office-changed' | 'contribution.moved' | 'contribution.taken-back'
  setting: 'setting.changed'
}
export type ActEvent<K extends RightsActKind> = ReturnedEvent<EventTypes[K]>
