import fc from 'fast-check'
import type pg from 'pg'
import { v7 } from 'uuid'
import type { Database } from '../database.ts'
import { lineWrites } from './testingLines.ts'

const forms = ['spm/triwulan', 'sakip/perjanjian-kinerja']

/** One of the kinds of write to what a line is derived from, of three offices and two forms. */
export interface LineWrite {
  kind: string
  number: number
  office: number
  form: number
}
export const lineWrite: fc.Arbitrary<LineWrite> = fc.record({
  kind: fc.constantFrom(...Object.keys(lineWrites), 'a report', 'something is owed', 'a note'),
  number: fc.nat(40),
  office: fc.nat(2),
  form: fc.nat(1),
})

/** $1 to $4 are the same in each text, which may leave out some. */
const run = async (
  client: pg.PoolClient,
  offices: string[],
  { kind, number, office, form }: LineWrite,
): Promise<number> => {
  const sql = lineWrites[kind]!
  const all = [number, offices[office]!, forms[form]!, v7()]
  const used = [1, 2, 3, 4].filter(n => sql.includes(`$${n}`))
  const text = used.reduce((said, n, at) => said.replaceAll(`$${n}`, `$${at + 1}`), sql)
  const values = used.map(n => all[n - 1])
  return (await client.query(text, values)).rowCount ?? 0
}
/** A number that is taken, a deadlock, or a report that meanwhile became one from before the system, which has no other status. */
const refusals = ['23505', '40P01', '23514']

/** In one transaction; `pause` between its writes. @returns how many rows it wrote; 0 where the database refused it */
export const writeTogether = async (
  db: Database,
  offices: string[],
  writes: LineWrite[],
  pause: () => Promise<unknown> = async () => undefined,
): Promise<number> => {
  const client = await db.pool.connect()
  try {
    await client.query('BEGIN')
    let rows = 0
    for (const one of writes) {
      rows += await run(client, offices, one)
      await pause()
    }
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
