import fc from 'fast-check'
import type pg from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database.ts'
import { ensureAppAccount } from '../migrate/appAccount.ts'
import { readMigrations } from '../migrate/folder.ts'
import { migrateAsOf } from '../migrate/migrateAsOf.ts'
import { prepareDatabase } from '../prepareDatabase.ts'
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../testing.ts'
import { fillLines, mendLines } from './mendLines.ts'
import { differingLines, lineWrites } from './testingLines.ts'

let database: TestDatabase
let db: Database
let offices: string[]
beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 6 })
  const found = await db.prisma.office.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 3 })
  offices = found.map(({ id }) => id)
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

const kinds = Object.keys(lineWrites)
const forms = ['spm/triwulan', 'sakip/perjanjian-kinerja']
interface Written {
  kind: string
  number: number
  office: number
  form: number
}
const write: fc.Arbitrary<Written> = fc.record({
  kind: fc.constantFrom(...kinds, 'a report', 'something is owed', 'a note'),
  number: fc.nat(40),
  office: fc.nat(2),
  form: fc.nat(1),
})

/** $1 to $4 stand for the same in each text, which may leave out some. */
const run = async (client: pg.PoolClient, { kind, number, office, form }: Written): Promise<number> => {
  const sql = lineWrites[kind]!
  const all = [number, offices[office]!, forms[form]!, v7()]
  const used = [1, 2, 3, 4].filter(n => sql.includes(`$${n}`))
  const text = used.reduce((said, n, at) => said.replaceAll(`$${n}`, `$${at + 1}`), sql)
  const values = used.map(n => all[n - 1])
  return (await client.query(text, values)).rowCount ?? 0
}
/** In one transaction. @returns how many rows it wrote; 0 where the database refused it */
const together = async (writes: Written[]): Promise<number> => {
  const client = await db.pool.connect()
  try {
    await client.query('BEGIN')
    let rows = 0
    for (const one of writes) rows += await run(client, one)
    await client.query('COMMIT')
    return rows
  } catch (error) {
    await client.query('ROLLBACK')
    if (!['23505', '40P01'].includes((error as { code: string }).code)) throw error
    return 0
  } finally {
    client.release()
  }
}

/** Three offices that owe twenty years of a report, and have handed in ten. */
const reportsOfBefore = `
  INSERT INTO office (id, kind, confidence, path) SELECT gen_random_uuid(), 'dinas', 'T1', '{}' FROM generate_series(1, 3);
  INSERT INTO form_version (form, version, body, sha256, published_by) VALUES ('spm/triwulan', 1, '{}', repeat('0', 64), 'system');
  INSERT INTO obligation (id, office_id, form, period, due_at)
    SELECT gen_random_uuid(), o.id, 'spm/triwulan', y::text, make_date(y, 2, 1) FROM office o, generate_series(2010, 2029) y;
  INSERT INTO submission (id, office_id, form, report_type, period, form_version, status, due_at, created_by)
    SELECT id, office_id, form, 'spm', period, 1, 'submitted', due_at, 'system' FROM obligation WHERE period < '2020';
  INSERT INTO note (id, submission_id, anchor, text, by) SELECT gen_random_uuid(), id, '', '', 'system' FROM submission, generate_series(1, 2)`

describe('a line is as what it is derived from', () => {
  it('after every kind of write, each of which writes', async () => {
    const still = new Set(kinds)
    for (let round = 0; round < 6; round += 1)
      for (const kind of kinds) {
        const office = (round + (kind === 'handed to another office' ? 1 : 0)) % 3
        if ((await together([{ kind, number: round, office, form: round % 2 }])) > 0) still.delete(kind)
        expect(await differingLines(db), kind).toEqual([])
      }
    expect([...still]).toEqual([])
  })

  it('after any writes in any transactions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(write, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), async all => {
        for (const writes of all) {
          await together(writes)
          expect(await differingLines(db)).toEqual([])
        }
      }),
      { numRuns: 50 },
    )
  })

  it('after writes that meet', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(write, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 24 }),
        async all => {
          await Promise.all(all.map(together))
          expect(await differingLines(db)).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('lines that are not', () => {
  it('are found and mended, by how many reports', async () => {
    expect(await mendLines(db)).toBe(0)
    await db.pool.query(
      `UPDATE report_line SET open_notes = 99 WHERE (list, id) = (SELECT list, id FROM report_line LIMIT 1)`,
    )
    await db.pool.query(`INSERT INTO report_line (list, id, office_id, report_type, form, period, practice, status, due, number, progress, stale, open_notes)
      SELECT list, gen_random_uuid(), office_id, report_type, form, '2019', practice, status, due, number, progress, stale, open_notes FROM report_line LIMIT 1`)
    expect(await differingLines(db)).toHaveLength(3)
    expect(await mendLines(db)).toBe(2)
    expect(await differingLines(db)).toEqual([])
  })

  it('are made for what was there before, while it is written to', async () => {
    await db.pool.query('DELETE FROM report_line')
    const [given] = fc.sample(fc.array(write, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 14 })
    await Promise.all([fillLines(db), ...given!.map(one => together([one]))])
    await fillLines(db)
    expect(await differingLines(db)).toEqual([])
  })
})

it('a database of the version before lines has them once it is upgraded', async () => {
  const old = await emptyTestDatabase()
  await ensureAppAccount(old.ownerUrl, old.appUrl)
  const before = readMigrations().filter(({ name }) => name < '20261201090000_report_line')
  await migrateAsOf(
    old.ownerUrl,
    before.map(({ name, checksum: sha256 }) => ({ name, sha256 })),
  )
  const kept = openDatabase({ url: old.appUrl, max: 2 })
  try {
    await kept.pool.query(reportsOfBefore)
    await prepareDatabase(old, 'nothing')
    expect(await differingLines(kept)).toEqual([])
    const { rows } = await kept.pool.query(
      `SELECT list, count(*)::int AS n FROM report_line GROUP BY list ORDER BY list`,
    )
    expect(rows).toEqual([
      { list: 'obligation', n: 60 },
      { list: 'submission', n: 30 },
    ])
  } finally {
    await kept.close()
    await old.dispose()
  }
})
