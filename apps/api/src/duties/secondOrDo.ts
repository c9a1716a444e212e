import {
  addSeconding,
  holdsAny,
  type Queryable,
  type ReturnedEvent,
  readKeyLine,
  readPost,
  readSeconding,
  readSettings,
  readSpans,
  type SecondingRow,
  secondersOf,
  type Written,
  written,
} from '@sepakat/db'
import {
  isGuardian,
  isThere,
  keyNeedsSecond,
  personOf,
  postNeedsSecond,
  type RightsAct,
  type RightsActKind,
  type RightsActOf,
  roles,
  standsAlone,
} from '@sepakat/rules'
import type { Acting } from '#http/auth/acting.ts'
import type { Deps } from '#http/deps.ts'
import { problem } from '#http/problem.ts'
import { type ActEvent, carryOut } from './carryOut.ts'
import { checkAct } from './checkAct.ts'

/** Whether an act touches rights that take a second person (decision 0060). */
const needsSecond = async (tx: Queryable, act: RightsAct, today: string): Promise<boolean> => {
  switch (act.kind) {
    case 'posts':
      return act.posts.some(({ post }) => postNeedsSecond(post.role))
    case 'post-end': {
      const post = await readPost(tx, act.post)
      if (post === null || post.to === act.to) return false
      // A later last day gives the post for longer.
      const shortened = post.to === null || act.to < post.to
      return shortened ? isGuardian(post.role) : postNeedsSecond(post.role)
    }
    case 'access': {
      const given = roles.filter(act.disabled ? isGuardian : postNeedsSecond)
      return holdsAny(tx, { person: act.person, roles: given, today })
    }
    case 'key':
      return keyNeedsSecond(act.key.scopes)
    case 'key-owner':
      return keyNeedsSecond((await readKeyLine(tx, act.key, today))?.scopes ?? [])
    // Posts and keys that reach the one reach the other then
    case 'office-parent': {
      const { parent, from } = act.span
      const spans = await readSpans(tx, act.office)
      return parent !== null && spans.find(span => isThere([span], from))?.parent !== parent
    }
    case 'reorganisation':
    case 'second-factor':
    case 'setting':
      return true
  }
}

/** What an act on rights came to: it waits for a second person, or it was done. */
type Came = { waits: SecondingRow } | { done: string | null }
/** With the events that record it. */
export type SecondedEvent<K extends RightsActKind> = ActEvent<K> | ReturnedEvent<'second.asked'>

const aloneWords = {
  nobody: 'Belum ada orang lain yang dapat menyetujui.',
  off: 'Persetujuan kedua dimatikan di pengaturan.',
} as const

const onTheConsole =
  'Belum ada orang kedua yang dapat menyetujuinya. Di mesin server jalankan: npm run second-factor:reset -- NIP, lalu berikan kodenya kepada orang itu.'

export interface ActContext {
  actor: Acting
  now: Date
  today: string
  deps: Deps
}

/**
 * Asks for a second person where an act on rights takes one and somebody may second it; else does it, and keeps the reason
 * where no second person was needed. `at` is where its post is in the request. @throws what `checkAct` throws
 */
export const secondOrDo = async <K extends RightsActKind>(
  tx: Queryable,
  act: { kind: K } & RightsActOf<K>,
  { actor, now, today, deps }: ActContext,
  at = '',
): Promise<Written<Came, SecondedEvent<K>>> => {
  await checkAct(tx, act, today, at)
  const { region, duties } = await readSettings(tx)
  const done = async (seconding?: string) => {
    const doing = { actor: actor.id, now, today, zone: region.zone, ...(seconding !== undefined && { seconding }) }
    const { result, events } = await carryOut<K>(tx, act, doing)
    return { result: { done: result }, events } as const
  }
  if (!(await needsSecond(tx, act, today))) return done()
  const asker = actor.person.id
  const seconders = await secondersOf(tx, { asker, today, now, demo: deps.config.demo })
  const alone = standsAlone(duties.second, seconders, { asker, now })
  // Taken away by one alone it would be no second factor: then only a person at the server may
  if (act.kind === 'second-factor' && alone === 'nobody') throw problem('needs-unmet', { detail: onTheConsole })
  const asked = { act, by: actor.id, at: now }
  if (alone !== null) return done(await addSeconding(tx, { ...asked, alone: aloneWords[alone] }))
  const seconding = await addSeconding(tx, asked)
  const row = await readSeconding(tx, seconding)
  const data = { seconding, person: personOf(act), act: act.kind, digest: row.digest }
  return written({ waits: row }, { stream: 'rights', type: 'second.asked', data, binds: { seconding: [seconding] } })
}
