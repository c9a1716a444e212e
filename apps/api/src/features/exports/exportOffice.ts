import { Readable } from 'node:stream'
import { accessStream, officePathOf, type Queryable, reader, readOffice, written } from '@sepakat/db'
import { may, reachOf } from '@sepakat/rules'
import { byteOrderMark } from '@sepakat/rules/words/csvLine.ts'
import { disposition } from '#http/disposition.ts'
import { problem } from '#http/problem.ts'
import { type Context, reply } from '#http/route.ts'
import { csvHead, csvLines } from './csvLines.ts'
import { type ExportAsk, exportedReports } from './exportedReports.ts'
import { exportedReportView } from './view.ts'

type Asked = Context<'GET /offices/:id/export'>

const media = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' }

async function* asJson(tx: Queryable, ask: ExportAsk, head: object) {
  yield `${JSON.stringify(head).slice(0, -1)},"reports":[`
  let between = ''
  for await (const report of exportedReports(tx, ask)) {
    yield between + JSON.stringify(await exportedReportView(tx, report))
    between = ',\n'
  }
  yield ']}\n'
}

async function* asCsv(tx: Queryable, ask: ExportAsk) {
  yield byteOrderMark + csvHead()
  for await (const report of exportedReports(tx, ask)) yield csvLines(await exportedReportView(tx, report))
}

/**
 * The data of an office and those below as a file. One report at a time is in memory; a connection is held for single statements
 * only. What was taken out is in history before the first byte.
 * @throws not-found
 */
export const exportOffice = async ({ params, query: { format, year }, actor, db, write, now, today }: Asked) => {
  const tx = reader(db)
  const path = await officePathOf(tx, params.id)
  const office = path && (await readOffice(tx, params.id, today))
  const reach = reachOf(actor.access, 'submission.read', today)
  if (!office || !reach || !may(actor.access, 'submission.read', { today, office: path })) throw problem('not-found')
  const data = { office: office.id, format, year }
  await write(async () => written(null, { stream: accessStream(now, office.id), type: 'export.made', data }))
  const ask = { asker: actor, reach, office: office.id, year, now }
  const head = { office: { id: office.id, name: office.name }, at: now.toISOString(), year: year ?? null }
  const name = `Data ${office.shortName || office.name}${year ? ` ${year}` : ''}, ${today}.${format}`
  return reply<unknown>(Readable.from(format === 'json' ? asJson(tx, ask, head) : asCsv(tx, ask)), {
    headers: { 'content-type': media[format], 'content-disposition': disposition(name) },
  })
}
