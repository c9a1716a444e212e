import { Readable } from 'node:stream'
import {
  accessStream,
  appendEvent,
  type ExportAsk,
  exportedReports,
  officePathOf,
  type Queryable,
  reader,
  readOffice,
  transaction,
} from '@sepakat/db'
import { may, reachOf } from '@sepakat/rules'
import { byteOrderMark } from '@sepakat/rules/words/csvLine.ts'
import { disposition } from '../../http/disposition.ts'
import { problem } from '../../http/problem.ts'
import { handlers, reply } from '../../http/route.ts'
import { csvHead, csvLines } from './csv-lines.ts'
import { exportedReport } from './exported-report.ts'

const media = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' }

async function* asJson(tx: Queryable, ask: ExportAsk, head: object) {
  yield `${JSON.stringify(head).slice(0, -1)},"reports":[`
  let between = ''
  for await (const report of exportedReports(tx, ask)) {
    yield between + JSON.stringify(await exportedReport(tx, report))
    between = ',\n'
  }
  yield ']}\n'
}

async function* asCsv(tx: Queryable, ask: ExportAsk) {
  yield byteOrderMark + csvHead()
  for await (const report of exportedReports(tx, ask)) yield csvLines(await exportedReport(tx, report))
}

export const exportHandlers = handlers({
  /** One report at a time is in memory; a connection is held for single statements only. What was taken out stands in history before the first byte. */
  'GET /offices/:id/export': async ({ params, query: { format, year }, actor, db, now, today }) => {
    const tx = reader(db)
    const path = await officePathOf(tx, params.id)
    const office = path && (await readOffice(tx, params.id, today))
    const reach = reachOf(actor.access, 'submission.read', today)
    if (!office || !reach || !may(actor.access, 'submission.read', { today, office: path })) throw problem('not-found')
    await transaction(db, inside =>
      appendEvent(inside, {
        stream: accessStream(now, office.id),
        type: 'export.made',
        actor: actor.id,
        at: now,
        data: { office: office.id, format, year },
      }),
    )
    const ask = { asker: { ...actor, today }, reach, office: office.id, year, now }
    const head = { office: { id: office.id, name: office.name }, at: now.toISOString(), year: year ?? null }
    const name = `Data ${office.shortName || office.name}${year ? ` ${year}` : ''}, ${today}.${format}`
    return reply<unknown>(Readable.from(format === 'json' ? asJson(tx, ask, head) : asCsv(tx, ask)), {
      headers: { 'content-type': media[format], 'content-disposition': disposition(name) },
    })
  },
})
