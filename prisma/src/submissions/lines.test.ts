import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { fillLines, mendLines } from './mendLines.ts'
import { differingLines, lineWrites } from './testingLines.ts'
import { type LineWrite, lineWrite, writeTogether } from './testingWrites.ts'

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
const together = (writes: LineWrite[]): Promise<number> => writeTogether(db, offices, writes)

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
      fc.asyncProperty(fc.array(fc.array(lineWrite, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), async all => {
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
        fc.array(fc.array(lineWrite, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 24 }),
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
    const [given] = fc.sample(fc.array(lineWrite, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 14 })
    await Promise.all([fillLines(db), ...given!.map(one => together([one]))])
    await fillLines(db)
    expect(await differingLines(db)).toEqual([])
  })
})
