import {
  decideSeconding,
  listSecondings,
  lockSeconding,
  type Queryable,
  reader,
  readSeconding,
  readSettings,
  type SecondingRow,
  stillManages,
  written,
  writtenAfter,
} from '@sepakat/db'
import { personOf } from '@sepakat/rules'
import { carryOut } from '#duties/carryOut.ts'
import { checkAct } from '#duties/checkAct.ts'
import { own, secondingView, secondingViews, whyNot } from '#duties/secondingView.ts'
import type { ActContext } from '#duties/secondOrDo.ts'
import { pageOf, readCursor, writeCursor } from '#http/cursor.ts'
import { lacking } from '#http/lacking.ts'
import { ProblemError, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'

/** One that still waits, locked. @throws not-found, exists where it was decided */
const waitingSeconding = async (tx: Queryable, id: string): Promise<SecondingRow> => {
  const row = await lockSeconding(tx, id)
  if (row === null) throw problem('not-found')
  if (row.status !== 'waiting')
    throw problem('exists', { detail: 'Permintaan ini sudah diputuskan. Muat ulang halaman.' })
  return row
}

/** Keeps what was decided about one that waited. @returns how it is now, and what its event says in addition to its type */
const decide = async (
  tx: Queryable,
  { id, act, digest }: SecondingRow,
  decision: { status: 'approved' | 'declined' | 'withdrawn'; reason: string },
  asks: ActContext,
) => {
  await decideSeconding(tx, id, { ...decision, by: asks.actor.id, at: asks.now })
  const data = { seconding: id, person: personOf(act), act: act.kind, digest }
  return {
    view: await secondingView(tx, await readSeconding(tx, id), asks),
    event: { stream: 'rights', data, binds: { seconding: [id] } },
  }
}

/** What made sense when it was asked may make none any more: the second person is told, and can decline. */
const checkAgain = async (tx: Queryable, { act, askedBy }: SecondingRow, today: string): Promise<void> => {
  if (!(await stillManages(tx, askedBy, today)))
    throw lacking('asker-gone', 'Yang memintanya tidak lagi menjadi pengelola sistem. Tolak permintaan ini.')
  await checkAct(tx, act, today).catch(error => {
    if (!(error instanceof ProblemError)) throw error
    const said = error.more.errors?.[0]?.message ?? error.more.detail ?? 'Yang disebut tidak ada lagi.'
    throw lacking('no-longer', `Permintaan ini tidak dapat dijalankan lagi: ${said} Tolak, lalu minta lagi.`)
  })
}

/** Carries out what was asked, as the act of who asked, and keeps who seconded it. */
const approve = async (
  tx: Queryable,
  { params: { id }, body: { digest }, ...asks }: Context<'POST /secondings/:id/approve'>,
) => {
  const { now, today } = asks
  const row = await waitingSeconding(tx, id)
  const why = await whyNot(tx, row, asks)
  if (why !== '') throw lacking('another-person', why)
  if (digest !== row.digest) throw problem('stale')
  await checkAgain(tx, row, today)
  const { region } = await readSettings(tx)
  const { events } = await carryOut(tx, row.act, { actor: row.askedBy, now, today, zone: region.zone, seconding: id })
  const done = events.map(event => ({ ...event, actor: row.askedBy }))
  const { view, event } = await decide(tx, row, { status: 'approved', reason: '' }, asks)
  return writtenAfter(done, written(view, { ...event, type: 'second.approved' }))
}

/** Declines it as the second person; who asked withdraws it by the same. */
const decline = async (
  tx: Queryable,
  { params: { id }, body: { reason }, ...asks }: Context<'POST /secondings/:id/decline'>,
) => {
  const row = await waitingSeconding(tx, id)
  const why = await whyNot(tx, row, asks)
  if (why !== '' && why !== own) throw lacking('another-person', why)
  const status = why === own ? 'withdrawn' : 'declined'
  const { view, event } = await decide(tx, row, { status, reason }, asks)
  return written(view, { ...event, type: `second.${status}` })
}

export const secondingHandlers = handlers({
  'GET /secondings': async ({ query: { waiting, person, limit, cursor }, db, ...asks }) => {
    const tx = reader(db)
    const after = cursor === undefined ? undefined : readCursor(cursor, 1)[0]
    const page = pageOf(await listSecondings(tx, { waiting, person, after, limit }), limit, ({ id }) => writeCursor(id))
    return { ...page, items: await secondingViews(tx, page.items, asks) }
  },
  'POST /secondings/:id/approve': async asked => {
    const view = await asked.write(tx => approve(tx, asked))
    asked.deps.region.forget()
    return view
  },
  'POST /secondings/:id/decline': asked => asked.write(tx => decline(tx, asked)),
})
