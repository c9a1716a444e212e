import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Database, openDatabase, type Queryable, reader } from '../database.ts'
import { withClient } from '../engine/client.ts'
import { lowestId } from '../lowestId.ts'
import { statements } from '../statement.ts'
import { lineWrite, writeTogether } from '../submissions/testingWrites.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { markFeed, trimFeed } from './keepFeed.ts'
import { type FeedList, type FeedPosition, type FeedReach, feedState, readFeed, scannedAtOnce } from './readFeed.ts'

let database: TestDatabase
let db: Database
let offices: string[]
const all: FeedReach = { offices: null, reportTypes: null }
const first = { id: lowestId, office: lowestId }

beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 8 })
  const found = await db.prisma.office.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 3 })
  offices = found.map(({ id }) => id)
  await markFeed(reader(db), () => new Date('2026-12-01T00:00:00Z'))
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

/** Until all that was committed is below the oldest transaction of the server, of which other databases may have one. */
const untilOver = async (): Promise<void> => {
  const { rows } = await db.pool.query('SELECT pg_current_xact_id()::text AS xact')
  const isOver = async () => BigInt((await feedState(reader(db), all, null)).until) > BigInt(rows[0].xact)
  while (!(await isOver())) await sleep(20)
}
/** Follows a list from now on: `catchUp` reads what waits, and gives the ids in the order in which they came. */
const follow = async (list: FeedList, reach = all) => {
  let after: FeedPosition = { ...first, xact: (await feedState(reader(db), reach, null)).until }
  const catchUp = async (wait = true): Promise<string[]> => {
    const ids: string[] = []
    if (wait) await untilOver()
    for (;;) {
      const { until } = await feedState(reader(db), reach, null)
      const { entries, endedAt } = await readFeed(reader(db), { list, reach, after, until })
      ids.push(...entries.map(({ id }) => id))
      after = endedAt ?? { ...first, xact: until }
      if (endedAt === null) return ids
    }
  }
  return { catchUp }
}
type Line = { id: string }
/** All but whether its progress is to be computed, which no list says. */
const linesOf = async (list: string, ids: string[] | null = null): Promise<Line[]> =>
  (
    await db.pool.query(
      `SELECT l.id, to_jsonb(l) - 'stale' AS said FROM report_line l WHERE list = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2)) ORDER BY id`,
      [list, ids],
    )
  ).rows
const obligation = (client: pg.Pool | pg.PoolClient, period: string) =>
  client.query(
    `INSERT INTO obligation (id, office_id, form, period, due_at) VALUES (gen_random_uuid(), $1, 'spm/triwulan', $2, now()) RETURNING id`,
    [offices[0], period],
  )

describe('a reader of changes', () => {
  it('is given nothing behind a transaction that is still open, and then all of it in order', async () => {
    const { catchUp } = await follow('obligation')
    const long = await db.pool.connect()
    await long.query('BEGIN')
    const early = (await obligation(long, '2031-TW1')).rows[0].id
    const late = (await obligation(db.pool, '2031-TW2')).rows[0].id
    expect(await catchUp(false)).toEqual([])
    await long.query('COMMIT')
    long.release()
    expect(await catchUp()).toEqual([early, late])
    expect(await catchUp()).toEqual([])
  })

  it('ends with the same lines whatever others write meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(lineWrite, { minLength: 1, maxLength: 4 }), { minLength: 12, maxLength: 24 }),
        fc.array(fc.nat(6), { minLength: 24, maxLength: 24 }),
        async (writes, pauses) => {
          const kept = new Map<string, Map<string, Line>>()
          const readers = await Promise.all(
            (['obligation', 'submission'] as const).map(async list => {
              const { catchUp } = await follow(list)
              const lines = new Map((await linesOf(list)).map(line => [line.id, line]))
              kept.set(list, lines)
              return async () => {
                const ids = await catchUp(false)
                for (const id of ids) lines.delete(id)
                for (const line of await linesOf(list, ids)) lines.set(line.id, line)
              }
            }),
          )
          const readAll = () => Promise.all(readers.map(read => read()))
          let writing = true
          const reading = (async () => {
            while (writing) await readAll()
          })()
          await Promise.all(writes.map((some, at) => writeTogether(db, offices, some, () => sleep(pauses[at]))))
          writing = false
          await reading
          await vi.waitFor(async () => {
            await readAll()
            for (const [list, lines] of kept)
              expect([...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(await linesOf(list))
          }, 30_000)
        },
      ),
      { numRuns: 12 },
    )
  })

  it('of an office is told of what leaves it, and of nothing of others', async () => {
    const own = await follow('obligation', { ...all, offices: [offices[1]!] })
    const others = await follow('obligation', { ...all, offices: [offices[2]!] })
    const { id } = (await obligation(db.pool, '2032-TW1')).rows[0]
    await db.pool.query('UPDATE obligation SET office_id = $2 WHERE id = $1', [id, offices[1]])
    expect(await own.catchUp()).toEqual([id])
    await db.pool.query('UPDATE obligation SET office_id = $2 WHERE id = $1', [id, offices[0]])
    expect(await own.catchUp()).toEqual([id])
    await db.pool.query('DELETE FROM obligation WHERE id = $1', [id])
    expect([await own.catchUp(), await others.catchUp()]).toEqual([[], []])
  })

  it('is not told that progress is to be computed, only what it came to', async () => {
    const { catchUp } = await follow('submission')
    const { rows } = await db.pool.query(
      `INSERT INTO submission (id, office_id, form, report_type, period, form_version, created_by, progress_version)
       VALUES (gen_random_uuid(), $1, 'spm/triwulan', 'spm', '2033-TW1', 1, 'system', 0) RETURNING id`,
      [offices[0]],
    )
    expect(await catchUp()).toEqual([rows[0].id])
    await db.pool.query('UPDATE submission SET version = version + 1 WHERE id = $1', [rows[0].id])
    expect(await catchUp()).toEqual([])
    await db.pool.query(
      `UPDATE submission SET progress = '{"a":{"filled":1,"all":2}}', progress_version = version WHERE id = $1`,
      [rows[0].id],
    )
    expect(await catchUp()).toEqual([rows[0].id])
  })

  it('reads by the key alone, however long the feed is', async () => {
    const { until } = await feedState(reader(db), all, null)
    await db.pool.query(
      `INSERT INTO feed_entry (list, xact, id, office_id, report_type)
       SELECT 'figures', $1::bigint - 1, gen_random_uuid(), $2, 'spm' FROM generate_series(1, 200000)`,
      [until, offices[0]],
    )
    await withClient(database.ownerUrl, owner => owner.query('ANALYZE feed_entry'))
    const after = { ...first, xact: String(BigInt(until) - 2n) }
    const { rows } = await db.pool.query(`EXPLAIN (FORMAT JSON) ${statements.get('feed-entries')!.text}`, [
      ...[null, null, null, 'figures', after.xact, after.id, after.office, until, scannedAtOnce],
    ])
    const plan = JSON.stringify(rows[0]['QUERY PLAN'])
    expect(plan).toContain('feed_entry_pkey')
    expect(plan).not.toContain('Seq Scan')
    const page = await readFeed(reader(db), { list: 'figures', reach: all, after, until })
    expect([page.entries.length, page.endedAt]).toEqual([scannedAtOnce, page.entries.at(-1)])
  })
})

describe('a reader of an instant', () => {
  it('is given all that was committed at or after it, also what came while the mark was made', async () => {
    let seconds = 0
    const clock = () => new Date(Date.UTC(2026, 11, 1, 10, 0, seconds))
    const committed: { id: string; at: Date }[] = []
    const tx = reader(db)
    const between = async () => {
      seconds += 1
      committed.push({ id: (await obligation(db.pool, `${2040 + committed.length}-TW1`)).rows[0].id, at: clock() })
      await untilOver()
      seconds += 1
    }
    const busy: Queryable = {
      ...tx,
      query: async (it, values) => {
        await between()
        return tx.query(it, values)
      },
    }
    await markFeed(busy, clock)
    await between()
    expect(committed.length).toBeGreaterThan(2)
    for (const { id, at } of committed) {
      const { from } = await feedState(tx, all, at)
      const { rows } = await db.pool.query(`SELECT xact::text FROM feed_entry WHERE id = $1`, [id])
      expect(BigInt(from!) <= BigInt(rows[0].xact), at.toISOString()).toBe(true)
    }
  })
})

describe('how far back the feed goes', () => {
  it('is known by the minute, and what is forgotten is not', async () => {
    const at = (time: string) => feedState(reader(db), all, new Date(`2026-12-01T${time}Z`))
    await obligation(db.pool, '2034-TW1')
    await markFeed(reader(db), () => new Date('2026-12-01T00:05:00Z'))
    const [before, then, later] = [await at('00:00:30'), await at('00:05:00'), await at('09:00:00')]
    expect(BigInt(before.from!) < BigInt(then.from!)).toBe(true)
    expect(later.from).toBe(then.from)
    expect((await feedState(reader(db), all, new Date('2026-11-30T00:00:00Z'))).from).toBeNull()

    await trimFeed(reader(db), new Date('2026-12-01T00:05:00Z'))
    const { keptFrom, from } = await at('00:05:00')
    expect([keptFrom, (await at('00:00:30')).from]).toEqual([from, null])
    const { rows } = await db.pool.query('SELECT count(*)::int AS n FROM feed_entry WHERE xact < $1::bigint', [
      keptFrom,
    ])
    expect(rows[0].n).toBe(0)
  })

  it('begins again where its numbers of transactions are those of another server', async () => {
    await db.pool.query(`UPDATE feed_start SET era = 'before'`)
    expect((await feedState(reader(db), all, null)).keptFrom).toBeNull()
    await markFeed(reader(db), () => new Date('2026-12-01T01:00:00Z'))
    const { rows } = await db.pool.query(
      'SELECT (SELECT count(*)::int FROM feed_entry) AS entries, (SELECT count(*)::int FROM feed_mark) AS marks, count(*)::int AS starts FROM feed_start',
    )
    expect(rows).toEqual([{ entries: 0, marks: 1, starts: 1 }])
  })
})
