import { actorNames, type Queryable, type SecondingRow, secondersOf, type Written } from '@sepakat/db'
import { maySecond, type RightsActKind, type RightsActOf, yieldsToStrangers } from '@sepakat/rules'
import { type Reply, reply } from '#http/route.ts'
import { actWords } from './actWords.ts'

import { type ActContext, type SecondedEvent, secondOrDo } from './secondOrDo.ts'

export const own = 'Anda sendiri yang memintanya; orang lain yang menyetujui.'
const creature =
  'Akun atau jabatan Anda ini dibuat atau dibuka kembali oleh yang meminta dalam 30 hari terakhir, jadi orang lain yang menyetujui.'
const maker = 'Akun atau jabatan yang meminta dibuat oleh Anda dalam 30 hari terakhir, jadi orang lain yang menyetujui.'
const notOne = 'Yang menyetujui adalah pengelola sistem lain atau pejabat pengesah seluruh daerah.'

/** Why the asker may not second this; empty where he or she may. */
export const whyNot = async (
  tx: Queryable,
  { asker }: Pick<SecondingRow, 'asker'>,
  { actor, today, now, deps }: ActContext,
): Promise<string> => {
  if (actor.person.id === asker) return own
  const seconders = await secondersOf(tx, { asker, today, now, demo: deps.config.demo })
  const mine = seconders.find(({ post }) => actor.id === `post:${post}`)
  if (mine === undefined) return notOne
  if (!maySecond(mine, { asker, now })) return creature
  return yieldsToStrangers(mine, seconders, { asker, now }) ? maker : ''
}

const view = async (
  tx: Queryable,
  row: SecondingRow,
  nameOf: Awaited<ReturnType<typeof actorNames>>,
  asks: ActContext,
) => {
  const waits = row.status === 'waiting'
  const why = waits && asks.actor.permissions.has('second.decide') ? await whyNot(tx, row, asks) : ''
  const decides = waits && asks.actor.permissions.has('second.decide')
  return {
    id: row.id,
    act: row.act.kind,
    status: row.status,
    what: await actWords(tx, row.act, asks.today),
    digest: row.digest,
    askedBy: nameOf(row.askedBy),
    askedAt: row.askedAt.toISOString(),
    decidedBy: row.decidedBy && nameOf(row.decidedBy),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
    turn: !decides ? null : why === '' ? ('decide' as const) : why === own ? ('withdraw' as const) : null,
    whyNot: why,
  }
}
export type SecondingView = Awaited<ReturnType<typeof view>>

/** As they go over the wire to the asker. */
export const secondingViews = async (
  tx: Queryable,
  rows: SecondingRow[],
  asks: ActContext,
): Promise<SecondingView[]> => {
  const nameOf = await actorNames(
    tx,
    rows.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]),
  )
  return Promise.all(rows.map(row => view(tx, row, nameOf, asks)))
}

export const secondingView = async (tx: Queryable, row: SecondingRow, asks: ActContext): Promise<SecondingView> =>
  (await secondingViews(tx, [row], asks))[0]!

type Answered<T> = { waits: SecondingView } | { done: T }

/** Does an act on rights and reads what came of it, or asks for its second person. */
export const seconded = async <K extends RightsActKind, T>(
  tx: Queryable,
  act: { kind: K } & RightsActOf<K>,
  asks: ActContext,
  read: (made: string | null) => Promise<T>,
): Promise<Written<Answered<T>, SecondedEvent<K>>> => {
  const { result: came, events } = await secondOrDo<K>(tx, act, asks)
  const result =
    'waits' in came ? { waits: await secondingView(tx, came.waits, asks) } : { done: await read(came.done) }
  return { result, events }
}

/** What was done, or 202 with what waits for a second person; `more` goes along with it. */
export const answerOf = <T, M extends object>(came: Answered<T>, more?: M): T | Reply<SecondingView & M> =>
  'waits' in came ? reply({ ...came.waits, ...more } as SecondingView & M, { pending: true }) : came.done
