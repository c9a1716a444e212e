import { Readable } from 'node:stream'
import { accessStream, encodeTrailCursor, listTrail, type Queryable, reader, type TrailAsk, written } from '@sepakat/db'
import { eventGroupLabels, reachOf, reportTypes } from '@sepakat/rules'
import { dayOf, timeOf } from '@sepakat/rules/periods/dates.ts'
import { byteOrderMark, csvLine } from '@sepakat/rules/words/csvLine.ts'
import type { Acting } from '#http/auth/acting.ts'
import { disposition } from '#http/disposition.ts'
import { problem } from '#http/problem.ts'
import { type Context, reply } from '#http/route.ts'
import { afterOf, trailAsk } from './trailAsk.ts'
import { type TrailLine, trailLines } from './trailLines.ts'

/** The trail is one, of all report types: a post for some of them would read of the others. @throws no-right */
export const requireWholeTrail = (actor: Acting, today: string): void => {
  const reach = reachOf(actor.access, 'audit.read', today)
  if (reach && reportTypes.every(type => reach.reportTypes?.includes(type) ?? true)) return
  throw problem('no-right', { detail: 'Jejak audit memuat semua jenis laporan; jabatan Anda untuk sebagian saja.' })
}

const columns: Record<string, (line: TrailLine, zone: string) => string> = {
  Tanggal: ({ at }, zone) => dayOf(at, zone),
  Jam: ({ at }, zone) => timeOf(at, zone),
  Jenis: ({ group }) => eventGroupLabels[group],
  Oleh: ({ by }) => by.name,
  Jabatan: ({ by }) => by.title,
  Peristiwa: ({ did }) => did,
  'Kata-kata': ({ quote }) => quote ?? '',
  'Perangkat daerah': ({ office }) => office?.name ?? '',
  Laporan: ({ report }) => (report ? `${report.title}, ${report.periodTitle}` : ''),
  'Nomor laporan': ({ report }) => (report ? String(report.number) : ''),
  Orang: ({ person }) => person?.name ?? '',
  Perangkat: ({ device }) => device?.name ?? '',
  'Alamat jaringan': ({ device }) => device?.address ?? '',
  Rincian: ({ details }) => details.map(({ label, value }) => `${label}: ${value}`).join('; '),
  'Jenis peristiwa': ({ type }) => type,
  Aliran: ({ stream }) => stream,
  'Nomor peristiwa': ({ seq }) => String(seq),
  Sidik: ({ hash }) => hash,
  Waktu: ({ at }) => at,
}

const pageSize = 200

async function* asCsv(tx: Queryable, ask: Omit<TrailAsk, 'after' | 'limit'>, zone: string) {
  yield byteOrderMark + csvLine(Object.keys(columns))
  for (let cursor: string | undefined; ; ) {
    const rows = await listTrail(tx, { ...ask, after: afterOf(cursor), limit: pageSize })
    const events = rows.slice(0, pageSize)
    const lines = await trailLines(tx, events, zone)
    yield lines.map(line => csvLine(Object.values(columns).map(cell => cell(line, zone)))).join('')
    const last = events.at(-1)
    if (rows.length <= pageSize || !last) return
    cursor = encodeTrailCursor({ ...last, at: last.atText })
  }
}

/** The trail as a file, a page in memory at a time. What was taken out is in history before the first byte. */
export const exportTrail = async ({ query, actor, db, write, now, today, deps }: Context<'GET /events/export'>) => {
  requireWholeTrail(actor, today)
  const { zone } = (await deps.region.get()).region
  const ask = trailAsk(query, zone)
  const person = actor.person.id
  const data = { what: 'events', filters: Object.keys(query).length, filter: query, format: 'csv' }
  await write(async () => written(null, { stream: accessStream(now, person), type: 'export.made', data }))
  return reply<unknown>(Readable.from(asCsv(reader(db), ask, zone)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': disposition(`Jejak audit, ${today}.csv`),
    },
  })
}
