import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { transaction } from '../transaction.ts'
import { appendEvent } from './appendEvent.ts'
import { changeDigest, type DigestedChange } from './changeDigest.ts'
import { recordReading } from './recordReading.ts'
import { latestSealMark, type Seal, sealMark } from './seal.ts'
import { sealHeads } from './sealHeads.ts'
import { readAnchor, readSeals } from './verify/readSeals.ts'
import { readStreams } from './verify/readStreams.ts'

let test: TestDatabase
let db: Database
beforeAll(async () => {
  test = await testDatabase()
  db = openDatabase({ url: test.appUrl })
})
afterAll(async () => {
  await db.close()
  await test.dispose()
})

const append = (stream: string, data: Record<string, unknown> = {}) =>
  transaction(db, tx => appendEvent(tx, { stream, type: 'setting.changed', actor: 'system', data }))
const seal = () => transaction(db, tx => sealHeads(tx, new Date()))
const broken = async () => {
  const found: unknown[] = []
  for await (const it of readStreams(reader(db))) found.push(it)
  for await (const it of readSeals(reader(db), null)) found.push(it)
  return found
}

describe('sealing', () => {
  it('covers what moved since the seal before, and makes none where nothing did', async () => {
    expect(await latestSealMark(reader(db))).toBeNull()
    // what was there when the database was made
    expect(Object.keys((await seal())?.heads ?? {})).toEqual(['rights'])
    expect(await seal()).toBeNull()
    await append('submission/a')
    await append('submission/a')
    const b = await append('submission/b')
    const first = await seal()
    expect(first?.n).toBe(2)
    expect(first?.heads['submission/a']?.[0]).toBe(2)
    expect(first?.heads['submission/b']).toEqual([1, b.hash])
    expect(await seal()).toBeNull()
    await append('submission/b')
    const second = (await seal()) as Seal
    expect(second).toMatchObject({ n: 3, prev: first?.hash })
    expect(Object.keys(second.heads)).toEqual(['submission/b'])
    expect(await latestSealMark(reader(db))).toBe(sealMark(second))
    expect(readAnchor(sealMark(second))).toEqual({ n: 3, hash: second.hash })
  })

  it('by several at once is one chain, beside writers that go on', async () => {
    await Promise.all([
      ...Array.from({ length: 40 }, (_, i) => append(`submission/${i % 7}`, { i })),
      ...Array.from({ length: 6 }, seal),
    ])
    while ((await seal()) !== null);
    expect(await broken()).toEqual([])
    const { rows } = await db.pool.query('SELECT count(*)::int AS open FROM event_head WHERE sealed < seq')
    expect(rows).toEqual([{ open: 0 }])
  })

  it('does not wait for a transaction that holds a head', async () => {
    await transaction(db, async tx => {
      await appendEvent(tx, { stream: 'submission/slow', type: 'setting.changed', actor: 'system', data: {} })
      await append('submission/quick')
      expect(Object.keys((await seal())?.heads ?? {})).toEqual(['submission/quick'])
    })
    expect(Object.keys((await seal())?.heads ?? {})).toEqual(['submission/slow'])
  })
})

describe('recording who read', () => {
  it('is once an hour, also of several at once', async () => {
    const reading = { submission: '0199f5a0-0000-7000-8000-000000000001', actor: 'post:x' as const }
    const at = new Date('2026-03-01T10:59:00Z')
    await Promise.all(Array.from({ length: 5 }, () => recordReading(db, { ...reading, at })))
    await recordReading(db, { ...reading, at: new Date('2026-03-01T10:59:59Z') })
    await recordReading(db, { ...reading, at: new Date('2026-03-01T11:00:00Z') })
    await recordReading(db, { ...reading, attachment: '0199f5a0-0000-7000-8000-000000000002', at })
    const { rows } = await db.pool.query(
      `SELECT type, at FROM event WHERE stream LIKE 'access/2026-03-01/%' ORDER BY seq`,
    )
    expect(rows.map(({ type }) => type)).toEqual(['submission.read', 'submission.read', 'attachment.read'])
  })
})

describe('the digest of changes', () => {
  const change: DigestedChange = {
    changeId: '0199f5a0-0000-7000-8000-000000000001',
    seq: 1,
    tableId: 'recipients',
    rowId: 'gepeng',
    field: 'due',
    op: 'set',
    from: null,
    to: '5',
    actor: 'post:x',
    device: null,
    deviceAt: null,
    via: 'typed',
    at: '2026-03-01T10:59:00.000000Z',
  }
  it('differs with every column, with their number and their order', () => {
    const other = { ...change, seq: 2 }
    const digests = [
      [],
      [change],
      [change, other],
      [other, change],
      ...Object.keys(change).map(column => [{ ...change, [column]: 'x' }]),
    ].map(changeDigest)
    expect(new Set(digests).size).toBe(digests.length)
  })
})
