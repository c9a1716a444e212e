import type { ReturnedEvent, RightsAct } from '@sepakat/db'

export type ActKind = RightsAct['kind']
export type Acts = { [K in ActKind]: Extract<RightsAct, { kind: K }> }

/** The events that record an act of each kind. */
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
export type ActEvent<K extends ActKind> = ReturnedEvent<EventTypes[K]>
