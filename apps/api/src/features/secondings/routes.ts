import {
  appendEvent,
  carryOut,
  decideSeconding,
  listSecondings,
  lockSeconding,
  personOf,
  type Queryable,
  reader,
  readSeconding,
  readSettings,
  type SecondingRow,
  stillManages,
} from '@sepakat/db'
import type { EventType, SecondingStatus } from '@sepakat/rules'
import { pageOf, readCursor, writeCursor } from '../../http/cursor.ts'
import { checkAct } from '../../http/duties/check-act.ts'
import type { ActContext } from '../../http/duties/second-or-do.ts'
import { own, secondingView, secondingViews, whyNot } from '../../http/duties/seconding-view.ts'
import { ProblemError, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'
import { accountEvents } from './account-events.ts'

const unmet = (code: string, message: string) => problem('needs-unmet', { detail: message, needs: [{ code, message }] })

/** One that still waits, locked. */
const waiting = async (tx: Queryable, id: string): Promise<SecondingRow> => {
  const row = await lockSeconding(tx, id)
  if (row === null) throw problem('not-found')
  if (row.status !== 'waiting')
    throw problem('exists', { detail: 'Permintaan ini sudah diputuskan. Muat ulang halaman.' })
  return row
}

/** What made sense when it was asked may make none any more: that is said to whoever seconds it, who can decline. */
const checkAgain = async (tx: Queryable, { act, askedBy }: SecondingRow, today: string): Promise<void> => {
  if (!(await stillManages(tx, askedBy, today)))
    throw unmet('asker-gone', 'Yang memintanya tidak lagi menjadi pengelola sistem. Tolak permintaan ini.')
  await checkAct(tx, act, today).catch(error => {
    if (!(error instanceof ProblemError)) throw error
    const said = error.more.errors?.[0]?.message ?? error.more.detail ?? 'Yang disebut tidak ada lagi.'
    throw unmet('no-longer', `Permintaan ini tidak dapat dijalankan lagi: ${said} Tolak, lalu minta lagi.`)
  })
}

const decide = async (
  tx: Queryable,
  { id, act, digest }: SecondingRow,
  { status, reason }: { status: Exclude<SecondingStatus, 'waiting' | 'alone'>; reason: string },
  asks: ActContext,
) => {
  const { actor, now } = asks
  await decideSeconding(tx, id, { status, by: actor.id, at: now, reason })
  await appendEvent(tx, {
    stream: 'rights',
    type: `second.${status}` as 'second.approved' satisfies EventType,
    actor: actor.id,
    at: now,
    data: { seconding: id, person: personOf(act), act: act.kind, digest },
    binds: { seconding: [id] },
  })
  return secondingView(tx, await readSeconding(tx, id), asks)
}

export const secondingHandlers = handlers({
  'GET /secondings': async ({ query: { waiting: open, person, limit, cursor }, actor, now, today, deps, db }) => {
    const tx = reader(db)
    const after = cursor === undefined ? undefined : readCursor(cursor, 1)[0]
    const page = pageOf(await listSecondings(tx, { waiting: open, person, after, limit }), limit, ({ id }) =>
      writeCursor(id),
    )
    return { ...page, items: await secondingViews(tx, page.items, { actor, now, today, deps }) }
  },

  'POST /secondings/:id/approve': async ({ params: { id }, body: { digest }, actor, write, now, today, deps }) => {
    const asks = { actor, now, today, deps }
    const view = await write(async tx => {
      const row = await waiting(tx, id)
      const why = await whyNot(tx, row, asks)
      if (why !== '') throw unmet('another-person', why)
      if (digest !== row.digest) throw problem('stale')
      await checkAgain(tx, row, today)
      const { region } = await readSettings(tx)
      await carryOut(tx, row.act, { actor: row.askedBy, now, today, zone: region.zone, seconding: id })
      return decide(tx, row, { status: 'approved', reason: '' }, asks)
    })
    deps.region.forget()
    return view
  },

  'POST /secondings/:id/decline': async ({ params: { id }, body: { reason }, actor, write, now, today, deps }) => {
    const asks = { actor, now, today, deps }
    return write(async tx => {
      const row = await waiting(tx, id)
      const why = await whyNot(tx, row, asks)
      if (why !== '' && why !== own) throw unmet('another-person', why)
      return decide(tx, row, { status: why === own ? 'withdrawn' : 'declined', reason }, asks)
    })
  },

  'GET /session/events': ({ query, actor, db }) => accountEvents(reader(db), actor, query),
})
