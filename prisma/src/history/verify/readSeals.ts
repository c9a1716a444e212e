import type { Queryable } from '../../database.ts'
import { col, statement } from '../../statement.ts'
import { instantText } from '../instantText.ts'
import { pages } from '../pages.ts'
import type { Seal } from '../seal.ts'
import type { Tampering } from './tampering.ts'
import { type Anchor, verifyAnchor, verifySeal, verifySealedHeads } from './verifySeals.ts'

const verifySeals = statement(
  'verify-seals',
  `SELECT n, at, ${instantText('at')} AS "atText", heads, prev, hash FROM seal WHERE n > $1 ORDER BY n LIMIT 100`,
  {
    n: col.int4,
    at: col.timestamptz,
    atText: col.text.notNull('of a NOT NULL column'),
    heads: col.jsonb.as<Seal['heads']>(),
    prev: col.text,
    hash: col.text,
  },
)

/** The chain of seals, the events each of them names, what the heads say is under seal, and the seal noted outside. */
export async function* readSeals(db: Queryable, anchor: Anchor | null): AsyncGenerator<Tampering> {
  let before: Seal | null = null
  let anchored: Seal | null = null
  const sealed = new Map<string, number>()
  const all = pages<Seal & { atText: string }>(
    [0],
    after => db.query(verifySeals, after),
    seal => [seal.n],
  )
  for await (const page of all)
    for (const seal of page) {
      // A seal is written without microseconds; with some it would still hash to the same, so its instant is made to differ.
      yield* verifySeal(seal.atText.endsWith('000Z') ? seal : { ...seal, at: new Date(seal.at.getTime() + 1) }, before)
      yield* verifySealedHeads(seal, await standing(db, seal))
      for (const [stream, [seq]] of Object.entries(seal.heads)) sealed.set(stream, seq)
      if (seal.n === anchor?.n) anchored = seal
      before = seal
    }
  yield* await readUncovered(db, sealed)
  if (anchor) yield* verifyAnchor(anchor, anchored)
}

const verifySealedEvents = statement(
  'verify-sealed-events',
  `SELECT e.stream, e.seq, e.hash FROM unnest($1::text[], $2::int[]) AS s(stream, seq)
   JOIN event e ON e.stream = s.stream AND e.seq = s.seq`,
  { stream: col.text, seq: col.int4, hash: col.text },
)

const standing = async (db: Queryable, { heads }: Seal) => {
  const named = Object.entries(heads)
  const rows = await db.query(verifySealedEvents, [named.map(([stream]) => stream), named.map(([, [seq]]) => seq)])
  const hashes = new Map(rows.map(({ stream, seq, hash }) => [`${stream} ${seq}`, hash]))
  return (stream: string, seq: number) => hashes.get(`${stream} ${seq}`) ?? null
}

const verifySealedHeadsSql = statement(
  'verify-sealed-heads',
  'SELECT stream, sealed FROM event_head WHERE sealed > 0',
  { stream: col.text, sealed: col.int4 },
)

/** A head remembers up to where it is under seal: seals cut off at the end of their chain leave it without one. */
const readUncovered = async (db: Queryable, sealed: Map<string, number>): Promise<Tampering[]> => {
  const heads = await db.query(verifySealedHeadsSql)
  return heads
    .filter(({ stream, sealed: upTo }) => (sealed.get(stream) ?? 0) < upTo)
    .map(({ stream, sealed: upTo }) => ({
      code: 'seal-missing',
      where: stream,
      message: `Segel yang memuat peristiwa nomor ${upTo} tidak ada lagi.`,
      at: null,
    }))
}
