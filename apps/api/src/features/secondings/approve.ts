import { type Queryable, readSettings, type SecondingRow, stillManages, written, writtenAfter } from '@sepakat/db'
import { carryOut } from '#duties/carryOut.ts'
import { checkAct } from '#duties/checkAct.ts'
import { whyNot } from '#duties/secondingView.ts'
import { lacking } from '#http/lacking.ts'
import { ProblemError, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { decide } from './decide.ts'
import { waitingSeconding } from './waitingSeconding.ts'

type Asked = Pick<Context<'POST /secondings/:id/approve'>, 'params' | 'body' | 'actor' | 'now' | 'today' | 'deps'>

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
export const approve = async (tx: Queryable, { params: { id }, body: { digest }, ...asks }: Asked) => {
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
