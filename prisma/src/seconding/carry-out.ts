import type { ActorId } from '@sepakat/rules'
import { appendEvent } from '../append-event.ts'
import type { Queryable } from '../database.ts'
import { addKey, giveKey } from '../people/keys.ts'
import { changePerson, lockPerson } from '../people/people.ts'
import { addPost, endPost, readPost } from '../people/posts.ts'
import { resetFactor } from '../sessions/second-factor.ts'
import { endSessions } from '../sessions/sessions.ts'
import { putSetting } from '../settings/settings.ts'
import { changeOffice, reorganise } from './carry-out-offices.ts'
import type { KeyOrder, RightsAct } from './seconding.ts'

export interface Doing {
  /** Whose act it is: who asked. */
  actor: ActorId
  now: Date
  today: string
  zone: string
  /** The seconding it was done under; absent where it needs none. */
  seconding?: string
}

/** Does an act on rights, each part with its event. It was checked before. @returns the id of what was made, where one was */
export const carryOut = async (tx: Queryable, act: RightsAct, doing: Doing): Promise<string | null> => {
  const event = { stream: 'rights', actor: doing.actor, at: doing.now } as const
  const of = { ...(doing.seconding !== undefined && { seconding: doing.seconding }) }
  const seconding = doing.seconding === undefined ? [] : [doing.seconding]
  switch (act.kind) {
    case 'posts': {
      let made: string | null = null
      for (const { person, post } of act.posts) {
        made = await addPost(tx, person, post)
        const data = { post: made, person, ...post, actingFor: undefined, ...of }
        await appendEvent(tx, { ...event, type: 'post.granted', data, binds: { post: [made], seconding } })
      }
      return made
    }
    case 'post-end': {
      const before = await readPost(tx, act.post)
      await endPost(tx, act.post, act.to)
      const isOver = before !== null && before.to !== null && before.to < doing.today
      const revives = isOver && act.to >= doing.today
      const data = { post: act.post, person: act.person, to: act.to, ...(revives && { revives }), ...of }
      await appendEvent(tx, { ...event, type: 'post.ended', data, binds: { post: [act.post], seconding } })
      return act.post
    }
    case 'access': {
      const person = (await lockPerson(tx, act.person))!
      await changePerson(tx, act.person, {
        ...person,
        disabledAt: act.disabled ? (person.disabledAt ?? doing.now) : null,
      })
      const sessions = act.disabled ? (await endSessions(tx, act.person)).length : 0
      const revives = !act.disabled && person.disabledAt !== null
      const data = {
        ...{ person: act.person, changed: [], disabled: act.disabled, sessions },
        ...(revives && { revives }),
        ...of,
      }
      await appendEvent(tx, { ...event, type: 'person.changed', data, binds: { person: [act.person], seconding } })
      return act.person
    }
    case 'key':
      return issue(tx, act.key, doing, of)
    case 'key-owner': {
      const before = await giveKey(tx, act.key, act.person)
      const data = { key: act.key, person: act.person, from: before, ...of }
      await appendEvent(tx, { ...event, type: 'key.handed-over', data, binds: { key: [act.key], seconding } })
      return act.key
    }
    case 'second-factor': {
      await resetFactor(tx, { personId: act.person, by: 'administrator', ...doing })
      return act.person
    }
    case 'office-parent':
      return changeOffice(tx, act, doing, of)
    case 'reorganisation':
      return reorganise(tx, act, doing, of)
    case 'setting': {
      const value = { second: act.second }
      await putSetting(tx, 'duties', value, doing.actor)
      await appendEvent(tx, {
        ...event,
        type: 'setting.changed',
        data: { key: 'duties', value, ...of },
        binds: { seconding },
      })
      return null
    }
  }
}

const issue = async (tx: Queryable, key: KeyOrder, { actor, now, today, zone }: Doing, of: { seconding?: string }) => {
  const { owner, scopes, reportTypes, region, offices, expires } = key
  const hash = Buffer.from(key.hash, 'hex')
  const { id } = await addKey(tx, { ...key, hash, ownerId: owner, zone, today })
  const data = { key: id, person: owner, owner, scopes, reportTypes, region, offices, expires, ...of }
  const binds = { key: [id], seconding: of.seconding === undefined ? [] : [of.seconding] }
  await appendEvent(tx, { stream: 'rights', type: 'key.issued', actor, at: now, data, binds })
  return id
}
