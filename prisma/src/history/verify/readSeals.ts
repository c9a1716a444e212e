import type { Queryable } from '../../database.ts'
import { col, statement } from '../../statement.ts'
import { firstPrev } from '../eventHash.ts'
import { instantText } from '../instantText.ts'
import { pages } from '../pages.ts'
import { type Seal, sealHash, sealMark } from '../seal.ts'
import type { Tampering } from './tampering.ts'

/** A seal noted outside earlier. `hash` may be its beginning, 16 digits at least. */
export interface Anchor {
  n: number
  hash: string
}

/** @returns null where the text is no `<n>:<hash>` */
export const readAnchor = (text: string): Anchor | null => {
  const match = /^(\d{1,9}):([0-9a-f]{16,64})$/i.exec(text.trim())
  return match ? { n: Number(match[1]), hash: match[2]!.toLowerCase() } : null
}

/** One seal against the one before it. Pure. */
const verifySeal = (seal: Seal, before: Pick<Seal, 'n' | 'hash'> | null): Tampering[] => {
  const found: Tampering[] = []
  const where = `segel ${seal.n}`
  const at = seal.at.toISOString()
  const expected = (before?.n ?? 0) + 1
  if (seal.n !== expected)
    found.push({ code: 'seal-missing', where: `segel ${expected}`, message: 'Segel ini tidak ada lagi.', at })
  const prev = before?.hash ?? firstPrev
  const follows = seal.n !== expected || seal.prev === prev
  if (!follows || sealHash(seal) !== seal.hash)
    found.push({
      code: 'seal-changed',
      where,
      message: 'Segel ini diubah atau tidak menyambung pada yang sebelumnya.',
      at,
    })
  return found
}

/** What a seal says of its streams against the stored events; `hashOf` gives null where there is none. Pure. */
const verifySealedHeads = (
  seal: Pick<Seal, 'n' | 'heads' | 'at'>,
  hashOf: (stream: string, seq: number) => string | null,
): Tampering[] =>
  Object.entries(seal.heads).flatMap(([stream, [seq, hash]]): Tampering[] => {
    const standing = hashOf(stream, seq)
    if (standing === hash) return []
    return standing === null
      ? [
          {
            code: 'sealed-event-missing',
            where: stream,
            message: `Peristiwa nomor ${seq} sudah disegel (segel ${seal.n}), tetapi tidak ada lagi.`,
            at: seal.at.toISOString(),
          },
        ]
      : [
          {
            code: 'sealed-event-changed',
            where: stream,
            message: `Peristiwa nomor ${seq} tidak sama dengan yang disegel (segel ${seal.n}).`,
            at: seal.at.toISOString(),
          },
        ]
  })

/** Whether the seal noted outside is still the same: if not, all up to it was rewritten, however well its hashes fit. */
const verifyAnchor = (anchor: Anchor, seal: Pick<Seal, 'n' | 'hash' | 'at'> | null): Tampering[] => {
  if (seal?.hash.startsWith(anchor.hash)) return []
  const standing = seal ? `sekarang ${sealMark(seal)}` : 'sekarang tidak ada'
  return [
    {
      code: 'anchor-differs',
      where: `segel ${anchor.n}`,
      message: `Tidak sama dengan yang dicatat (${anchor.n}:${anchor.hash}; ${standing}): aliran dan segel sampai di sini ditulis ulang.`,
      at: seal?.at.toISOString() ?? null,
    },
  ]
}

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
