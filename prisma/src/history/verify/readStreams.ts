import type { Queryable } from '../../database.ts'
import { col, rowOf, statement } from '../../statement.ts'
import { instantText } from '../instantText.ts'
import { pages } from '../pages.ts'
import type { Tampering } from './tampering.ts'
import { type StoredEvent, verifyStream } from './verifyStream.ts'

const streamsAtOnce = 200

const verifyStreams = statement(
  'verify-streams',
  `SELECT stream FROM (SELECT stream FROM event_head UNION SELECT stream FROM event) s WHERE stream > $1 ORDER BY stream LIMIT $2`,
  { stream: col.text.notNull('both are NOT NULL') },
)

/** Every stream that has events or a head. */
export async function* readStreams(db: Queryable): AsyncGenerator<Tampering> {
  const named = pages<{ stream: string }>(
    [''],
    after => db.query(verifyStreams, [...after, streamsAtOnce]),
    row => [row.stream],
  )
  for await (const page of named) {
    const streams = page.map(({ stream }) => stream)
    const [events, heads] = [await readEvents(db, streams), await readHeads(db, streams)]
    for (const stream of streams) yield* verifyStream(stream, events.get(stream) ?? [], heads.get(stream) ?? null)
  }
}

const verifyEvents = statement(
  'verify-events',
  `SELECT stream, seq, type, ${instantText('at')} AS at, actor, data, prev, hash FROM event
   WHERE stream = ANY($1) ORDER BY stream, seq`,
  rowOf<StoredEvent>({
    stream: col.text,
    seq: col.int4,
    type: col.text,
    at: col.text.notNull('of NOT NULL columns'),
    actor: col.text,
    data: col.jsonb,
    prev: col.text,
    hash: col.text,
  }),
)

const readEvents = async (db: Queryable, streams: string[]): Promise<Map<string, StoredEvent[]>> => {
  const rows = await db.query(verifyEvents, [streams])
  return Map.groupBy(rows, ({ stream }) => stream)
}

const verifyHeads = statement('verify-heads', 'SELECT stream, seq, hash FROM event_head WHERE stream = ANY($1)', {
  stream: col.text,
  seq: col.int4,
  hash: col.text,
})

const readHeads = async (db: Queryable, streams: string[]) => {
  const rows = await db.query(verifyHeads, [streams])
  return new Map(rows.map(row => [row.stream, row]))
}
