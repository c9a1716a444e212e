import {
  addKey,
  addPost,
  addReorganisation,
  changePerson,
  endPost,
  endSessions,
  giveKey,
  lockKey,
  lockPerson,
  putSetting,
  putSpans,
  type Queryable,
  type ReturnedEvent,
  readPost,
  readSpans,
  type Written,
  written,
} from '@sepakat/db'
import { type ActorId, daysAfter, type RightsActKind, type RightsActOf, withSpan } from '@sepakat/rules'
import { startOfDay } from '@sepakat/rules/periods/dates.ts'
import { carryOutReorganisation } from './carryOutReorganisation.ts'
import { resetFactor } from './resetFactor.ts'

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

interface Doing {
  /** Whose act it is: who asked. */
  actor: ActorId
  now: Date
  today: string
  zone: string
  /** The seconding it was done under; absent where it needs none. */
  seconding?: string
}

/** The id of what was made, where something was, and the events of each part. */
type CarriedOut<K extends RightsActKind> = Promise<Written<string | null, ActEvent<K>>>

const secondedBy = ({ seconding }: Doing) => ({
  of: seconding === undefined ? {} : { seconding },
  bound: seconding === undefined ? [] : [seconding],
})

const doers: { [K in RightsActKind]: (tx: Queryable, act: RightsActOf<K>, doing: Doing) => CarriedOut<K> } = {
  posts: async (tx, { posts }, doing) => {
    const { of, bound } = secondedBy(doing)
    const events: ActEvent<'posts'>[] = []
    let made: string | null = null
    for (const { person, post } of posts) {
      made = await addPost(tx, person, post)
      const data = { post: made, person, ...post, actingFor: undefined, ...of }
      events.push({ stream: 'rights', type: 'post.granted', data, binds: { post: [made], seconding: bound } })
    }
    return { result: made, events }
  },

  'post-end': async (tx, { post, person, to }, doing) => {
    const { of, bound } = secondedBy(doing)
    const before = await readPost(tx, post)
    await endPost(tx, post, to)
    const isOver = before !== null && before.to !== null && before.to < doing.today
    const revives = isOver && to >= doing.today
    const data = { post, person, to, ...(revives && { revives }), ...of }
    return written(post, { stream: 'rights', type: 'post.ended', data, binds: { post: [post], seconding: bound } })
  },

  access: async (tx, { person: id, disabled }, doing) => {
    const { of, bound } = secondedBy(doing)
    const person = (await lockPerson(tx, id))!
    await changePerson(tx, id, { ...person, disabledAt: disabled ? (person.disabledAt ?? doing.now) : null })
    const sessions = disabled ? (await endSessions(tx, id)).length : 0
    const revives = !disabled && person.disabledAt !== null
    const data = { person: id, changed: [], disabled, sessions, ...(revives && { revives }), ...of }
    return written(id, { stream: 'rights', type: 'person.changed', data, binds: { person: [id], seconding: bound } })
  },

  key: async (tx, { key }, doing) => {
    const { of, bound } = secondedBy(doing)
    const { owner, expires, hash, ...made } = key
    const expiresAt = new Date(startOfDay(daysAfter(expires, 1), doing.zone))
    const id = await addKey(tx, { ...made, hash: Buffer.from(hash, 'hex'), ownerId: owner, expiresAt })
    const { scopes, reportTypes, region, offices } = made
    const data = { key: id, person: owner, owner, scopes, reportTypes, region, offices, expires, ...of }
    return written(id, { stream: 'rights', type: 'key.issued', data, binds: { key: [id], seconding: bound } })
  },

  'key-owner': async (tx, { key, person }, doing) => {
    const { of, bound } = secondedBy(doing)
    const { ownerId: from } = (await lockKey(tx, key))!
    await giveKey(tx, key, { from, to: person })
    const data = { key, person, from, ...of }
    return written(key, { stream: 'rights', type: 'key.handed-over', data, binds: { key: [key], seconding: bound } })
  },

  'second-factor': async (tx, { person }, { seconding }) =>
    written(person, await resetFactor(tx, person, { by: 'administrator', seconding })),

  // Name, parent and fields from a day on; they were checked to fit
  'office-parent': async (tx, { office, span }, doing) => {
    const { of, bound } = secondedBy(doing)
    await putSpans(tx, office, withSpan(await readSpans(tx, office), span)!)
    const data = { office, change: 'span', ...span, ...of }
    return written(office, { stream: 'rights', type: 'office.changed', data, binds: { seconding: bound } })
  },

  // Planned, and carried out where its date has come; none of this office waits
  reorganisation: async (tx, { office, successors, date, choices }, doing) => {
    const { of, bound } = secondedBy(doing)
    const { actor: by, now: at, today } = doing
    const reorganisation = (await addReorganisation(tx, { office, successors, date, choices, by, at }))!
    const data = { office, change: 'reorganisation-planned', reorganisation, successors, date, choices, ...of }
    const planned = { stream: 'rights', type: 'office.changed', data, binds: { seconding: bound } } as const
    const moved = date <= today ? (await carryOutReorganisation(tx, reorganisation, at)).events : []
    return written(reorganisation, planned, ...moved)
  },

  setting: async (tx, { second }, doing) => {
    const { of, bound } = secondedBy(doing)
    const value = { second }
    await putSetting(tx, 'duties', value, doing.actor)
    const data = { key: 'duties', value, ...of }
    return written(null, { stream: 'rights', type: 'setting.changed', data, binds: { seconding: bound } })
  },
}

/** Does an act on rights, which was checked before. */
export const carryOut = <K extends RightsActKind>(tx: Queryable, act: RightsActOf<K>, doing: Doing): CarriedOut<K> =>
  doers[act.kind as K](tx, act, doing)
