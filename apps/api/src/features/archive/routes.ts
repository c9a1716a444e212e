import { lockArchive, noEvent, reader, type Transaction, written } from '@sepakat/db'
import { type Context, handlers } from '#http/route.ts'
import { judgeLines } from './judgeLines.ts'
import { keepReport } from './keepReport.ts'

/**
 * Brings in every line that is not wrong: a submission of number 0 for each office, form and period, with a revision whenever
 * a value is new or corrected. The same lines again change nothing; of two requests at once the second is judged by what the first left.
 */
const bringIn = async (tx: Transaction, { body, actor, now: at }: Context<'POST /archive'>) => {
  await lockArchive(tx)
  const { lines, reports } = await judgeLines(tx, body.lines, actor)
  const events = []
  // Oldest first: what a year came to is compared with the year before.
  for (const report of reports.toSorted((a, b) => (a.period < b.period ? -1 : 1)))
    events.push(await keepReport(tx, report, { by: actor.id, at }))
  const [first, ...more] = events
  return first === undefined ? noEvent({ lines }) : written({ lines }, first, ...more)
}

export const archiveHandlers = handlers({
  'POST /archive/preview': async ({ body, actor, db }) => ({
    lines: (await judgeLines(reader(db), body.lines, actor)).lines,
  }),
  'POST /archive': asked => asked.write(tx => bringIn(tx, asked)),
})
