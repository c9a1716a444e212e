import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase, type Queryable, reader } from './database.ts'
import { withClient } from './engine/client.ts'
import { col, type Statement, statement } from './statement.ts'
import { type TestDatabase, testDatabase } from './testing.ts'
import { snapshot, transaction, undone } from './transaction.ts'

const max = 2
let given: TestDatabase
let db: Database
beforeAll(async () => {
  given = await testDatabase()
  db = openDatabase({ url: given.appUrl, max })
})
afterAll(async () => {
  await db.close()
  await given.dispose()
})

const person = (name: string) => ({ id: v7(), name, email: `${name}@sepakat.invalid` })
const putPerson = statement('join-put', 'INSERT INTO person (id, name, email) VALUES ($1, $2, $3)')
const names = statement('join-names', 'SELECT name FROM person WHERE starts_with(name, $1) ORDER BY name', {
  name: col.text,
})
const ownPid = statement('join-pid', 'SELECT pg_backend_pid() AS pid', {
  pid: col.int4.notNull('a connection has one'),
})
const wrong = statement('join-wrong', 'SELECT 1 / 0')
const sleep = statement('join-sleep', 'SELECT pg_sleep(0.001)')
const preparedByPrisma = statement(
  'join-prepared',
  `SELECT name FROM pg_prepared_statements WHERE statement LIKE '%"public"."person"%' AND name LIKE 'prisma-%'`,
  { name: col.text.notNull('each has one') },
)
// Nothing of it is declared: no product statement gives a list of days.
const typed: Statement = {
  name: 'join-types',
  text: `SELECT '2027-01-01'::date AS day, 12345678901234567890.123456789::numeric AS number,
      '2026-12-31T18:00:00.123Z'::timestamptz AS at, ARRAY['2027-01-01'::date] AS days, '{"a": 1}'::jsonb AS json, 7::int8 AS big`,
  columns: {},
}

/** One person by a named statement, and one by Prisma Client. */
const writeTwo = async (tx: Queryable, name: string): Promise<void> => {
  const { id, email } = person(`${name}-pg`)
  await tx.query(putPerson, [id, `${name}-pg`, email])
  await tx.prisma.person.create({ data: person(`${name}-prisma`) })
}
const namesLike = async (tx: Queryable, start: string): Promise<string[][]> => {
  const byName = await tx.query(names, [start])
  const byPrisma = await tx.prisma.person.findMany({ where: { name: { startsWith: start } }, orderBy: { name: 'asc' } })
  return [byName, byPrisma].map(found => found.map(({ name }) => name))
}
const both = (start: string) => [`${start}-pg`, `${start}-prisma`]
const connections = () =>
  withClient(given.superuserUrl, async client => {
    const { rows } = await client.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND usename <> current_user`,
    )
    return rows[0].n as number
  })

describe('a transaction with both doors', () => {
  it('runs on one connection, sees what either wrote, and commits it', async () => {
    const seen = await transaction(db, async tx => {
      await writeTwo(tx, 'kept')
      const [{ pid }] = await tx.prisma.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`
      const [named] = await tx.query(ownPid)
      expect(named?.pid).toBe(pid)
      return namesLike(tx, 'kept')
    })
    expect(seen).toEqual([both('kept'), both('kept')])
    expect(await namesLike(reader(db), 'kept')).toEqual(seen)
  })

  it('leaves nothing of either where it fails between them', async () => {
    const failed = transaction(db, async tx => {
      await writeTwo(tx, 'failed')
      throw new Error('between them')
    })
    await expect(failed).rejects.toThrow('between them')
    expect(await namesLike(reader(db), 'failed')).toEqual([[], []])
  })

  it.each<[string, (tx: Queryable) => Promise<unknown>]>([
    ['Prisma', tx => tx.prisma.person.create({ data: { ...person('refused'), name: null as never, id: 'none' } })],
    ['Prisma, by PostgreSQL', tx => tx.prisma.person.create({ data: person('refused-prisma') })],
    ['pg', tx => tx.query(wrong)],
  ])('leaves nothing of either where %s is refused', async (_, refused) => {
    const failed = transaction(db, async tx => {
      await writeTwo(tx, 'refused')
      await refused(tx)
    })
    await expect(failed).rejects.toThrow()
    expect(await namesLike(reader(db), 'refused')).toEqual([[], []])
  })

  it('is undone as a whole by undone, and read only in a snapshot', async () => {
    const seen = await undone(db, async tx => {
      await writeTwo(tx, 'undone')
      return namesLike(tx, 'undone')
    })
    expect(seen).toEqual([both('undone'), both('undone')])
    expect(await namesLike(reader(db), 'undone')).toEqual([[], []])
    await expect(snapshot(db, tx => tx.prisma.person.create({ data: person('snapshot') }))).rejects.toThrow('read-only')
    const [before, after] = await snapshot(db, async tx => {
      const first = await namesLike(tx, 'between')
      await transaction(db, other => writeTwo(other, 'between'))
      return [first, await namesLike(tx, 'between')]
    })
    expect(after).toEqual(before)
  })

  it('is tried again where two wait for each other through Prisma', async () => {
    const [a, b] = [person('deadlock-a'), person('deadlock-b')]
    await reader(db).prisma.person.createMany({ data: [a, b] })
    let tries = 0
    const held = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const rename = (first: string, second: string, at: 0 | 1) =>
      transaction(db, async tx => {
        tries += 1
        const name = `deadlock-${at}`
        await tx.prisma.person.update({ where: { id: first }, data: { name } })
        held[at]!.resolve()
        await held[1 - at]!.promise
        await tx.prisma.person.update({ where: { id: second }, data: { name } })
      })
    await Promise.all([rename(a.id, b.id, 0), rename(b.id, a.id, 1)])
    // one more where it is back before the other, which waited for it, has woken
    expect(tries).toBeGreaterThan(2)
  })

  it('keeps nested writes of Prisma in it', async () => {
    const { id, ...data } = person('nested')
    const post = { role: 'admin', from: new Date('2026-01-01') }
    const failed = transaction(db, async tx => {
      await tx.prisma.person.create({ data: { id, ...data, posts: { create: post } } })
      expect(await tx.prisma.post.count({ where: { personId: id } })).toBe(1)
      throw new Error('after it')
    })
    await expect(failed).rejects.toThrow('after it')
    expect(await db.prisma.post.count({ where: { personId: id } })).toBe(0)
  })

  it('keeps apart what two transactions read in one turn, which Prisma makes one statement of elsewhere', async () => {
    const [a, b] = [person('apart-a'), person('apart-b')]
    await db.prisma.person.createMany({ data: [a, b] })
    const renamed = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const read = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const rename = (own: string, at: 0 | 1) =>
      transaction(db, async tx => {
        await tx.prisma.person.update({ where: { id: own }, data: { name: `renamed-${at}` } })
        renamed[at]!.resolve()
        await renamed[1 - at]!.promise
        const found = [a, b].map(({ id }) => tx.prisma.person.findUniqueOrThrow({ where: { id } }))
        const names = (await Promise.all(found)).map(({ name }) => name)
        read[at]!.resolve()
        await read[1 - at]!.promise
        return names
      })
    expect(await Promise.all([rename(a.id, 0), rename(b.id, 1)])).toEqual([
      ['renamed-0', 'apart-b'],
      ['apart-a', 'renamed-1'],
    ])
  })

  it.each<[string, (tx: Queryable) => Promise<unknown>]>([
    ['where it goes on', tx => tx.prisma.person.count()],
    ['where it would be committed', async () => undefined],
  ])('fails after its longest time, %s', async (_, last) => {
    const hasty = openDatabase({ url: given.appUrl, max: 1, longestMs: 100 })
    const late = transaction(hasty, async tx => {
      await writeTwo(tx, 'late')
      await new Promise(resolve => setTimeout(resolve, 200))
      await last(tx)
    })
    await expect(late).rejects.toMatchObject({ code: 'P2028' })
    expect(await namesLike(reader(hasty), 'late')).toEqual([[], []])
    await hasty.close()
  })

  it('fails where its connection breaks, and the pool goes on without it', async () => {
    const broken = transaction(db, async tx => {
      await writeTwo(tx, 'broken')
      const [{ pid }] = await tx.prisma.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`
      await withClient(given.superuserUrl, client => client.query('SELECT pg_terminate_backend($1)', [pid]))
      await tx.prisma.person.count()
    })
    await expect(broken).rejects.toThrow()
    expect(await namesLike(reader(db), 'broken')).toEqual([[], []])
  })
})

describe('the pool', () => {
  it('is never outgrown, and gets every connection back', async () => {
    const work = Array.from({ length: 20 }, (_, at) => [
      transaction(db, tx => writeTwo(tx, `many-${at}`)),
      db.prisma.person.findFirst(),
      transaction(db, async tx => {
        await writeTwo(tx, `lost-${at}`)
        await tx.prisma.person.create({ data: person(`lost-${at}-prisma`) })
      }).catch(() => null),
      db.prisma.$transaction(tx => tx.person.findFirst()),
      reader(db).query(sleep),
    ]).flat()
    const most = connections()
    await Promise.all(work)
    expect(await most).toBeLessThanOrEqual(max)
    expect(await connections()).toBeLessThanOrEqual(max)
    expect([db.pool.totalCount, db.pool.idleCount, db.pool.waitingCount]).toEqual([max, max, 0])
    expect(await namesLike(reader(db), 'lost')).toEqual([[], []])
  })

  it('has named statements of Prisma, outside transactions and in them', async () => {
    const find = (tx: Queryable) => tx.prisma.person.findFirst({ where: { name: 'prepared' } })
    const prepared = await transaction(db, async tx => {
      await find(tx)
      await find(tx)
      return tx.query(preparedByPrisma)
    })
    expect(prepared.length).toBeGreaterThan(0)
    await find(reader(db))
  })

  it('gives days as text and exact numbers through named statements, and what Prisma makes of them through Prisma', async () => {
    const read = (tx: Queryable) => tx.query(typed)
    const readByPrisma = (tx: Queryable) => tx.prisma.$queryRawUnsafe<object[]>(typed.text)
    const at = new Date('2026-12-31T18:00:00.123Z')
    for (const one of [reader(db), null]) {
      const [rows, typed] = one
        ? [await read(one), await readByPrisma(one)]
        : await transaction(db, async tx => [await read(tx), await readByPrisma(tx)])
      expect(rows).toMatchObject([
        { day: '2027-01-01', number: '12345678901234567890.123456789', at, json: { a: 1 }, big: '7' },
      ])
      const [row] = typed as [
        { day: Date; number: { toString(): string }; at: Date; days: Date[]; json: object; big: bigint },
      ]
      expect([row.day, row.days, row.at, row.json, row.big]).toEqual([
        new Date('2027-01-01'),
        [new Date('2027-01-01')],
        at,
        { a: 1 },
        7n,
      ])
      expect(row.number.toString()).toBe('12345678901234567890.123456789')
    }
  })
})
