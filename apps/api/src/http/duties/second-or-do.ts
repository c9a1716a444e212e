import {
  addSeconding,
  appendEvent,
  carryOut,
  personOf,
  type Queryable,
  type RightsAct,
  readSeconding,
  readSettings,
  type SecondingRow,
  secondersOf,
} from '@sepakat/db'
import { standsAlone } from '@sepakat/rules'
import type { Acting } from '../acting.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { checkAct } from './check-act.ts'
import { needsSecond } from './needs-second.ts'

/** What an act on rights came to: it waits for a second person, or it was done. */
export type Came = { waits: SecondingRow } | { done: string | null }

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
 * Asks for a second person where an act on rights takes one and somebody may second it; else does it, and where it stands alone
 * keeps that it did. `at` is where its post stands in the request. @throws what `checkAct` throws
 */
export const secondOrDo = async (
  tx: Queryable,
  act: RightsAct,
  { actor, now, today, deps }: ActContext,
  at = '',
): Promise<Came> => {
  await checkAct(tx, act, today, at)
  const { region, duties } = await readSettings(tx)
  const doing = { actor: actor.id, now, today, zone: region.zone }
  if (!(await needsSecond(tx, act, today))) return { done: await carryOut(tx, act, doing) }
  const asker = actor.person.id
  const seconders = await secondersOf(tx, { asker, today, now, demo: deps.config.demo })
  const alone = standsAlone(duties.second, seconders, { asker, now })
  // Taken away by one alone it would be no second factor: then only who stands at the server may
  if (act.kind === 'second-factor' && alone === 'nobody') throw problem('needs-unmet', { detail: onTheConsole })
  const asked = { act, by: actor.id, at: now }
  if (alone !== null) {
    const seconding = await addSeconding(tx, { ...asked, alone: aloneWords[alone] })
    return { done: await carryOut(tx, act, { ...doing, seconding }) }
  }
  const seconding = await addSeconding(tx, asked)
  const row = await readSeconding(tx, seconding)
  await appendEvent(tx, {
    stream: 'rights',
    type: 'second.asked',
    actor: actor.id,
    at: now,
    data: { seconding, person: personOf(act), act: act.kind, digest: row.digest },
    binds: { seconding: [seconding] },
  })
  return { waits: row }
}
