import fc from 'fast-check'
import type pg from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
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

/** $1 to $4 are the same in each text, which may leave out some. */
const run = async (client: pg.PoolClient, { kind, number, office, form }: Written): Promise<number> => {
  const sql = lineWrites[kind]!
  const all = [number, offices[office]!, forms[form]!, v7()]
  const used = [1, 2, 3, 4].filter(n => sql.includes(`$${n}`))
  const text = used.reduce((said, n, at) => said.replaceAll(`$${n}`, `$${at + 1}`), sql)
  const values = used.map(n => all[n - 1])
  return (await client.query(text, values)).rowCount ?? 0
}
/** A number that is taken, a deadlock, or a report that meanwhile became one from before the system, which has no other status. */
const refusals = ['23505', '40P01', '23514']
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
    if (!refusals.includes((error as { code: string }).code)) throw error
    return 0
  } finally {
    client.release()
  }
}

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
