import { createHash } from 'node:crypto'
import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { ask, withClient } from '../engine/client.ts'
import { Refusal } from '../engine/Refusal.ts'
import { col, statement } from '../statement.ts'
import type { DatabaseHead } from './databaseSnapshot.ts'
import { columnsOf, plainText, quoted, type TableShape, tablesInOrder } from './tablesInOrder.ts'

/** How many rows a table has, and the SHA-256 of their COPY text in stored order. */
export interface TableProof {
  rows: number
  sha256: string
}

export interface TablesToFill {
  /** Puts rows into a table, and gives what is there afterwards, read again. */
  fill: (table: TableShape, rows: Readable) => Promise<TableProof>
  /** What no migration made, tables and `table.column`: somebody's own, which is not restored. */
  strange: string[]
  /** Tables that the migrations make and the kept database lacks, as a whole or in a column. */
  lacking: string[]
}

/**
 * Puts a kept database into tables that its migrations have made, in one transaction: when `work` fails, nothing is there.
 * What migrations put into them goes. The guards of history rest meanwhile and are as before at the end; foreign keys and CHECKs hold throughout.
 */
export const fillTables = (ownerUrl: string, head: DatabaseHead, work: (tables: TablesToFill) => Promise<void>) =>
  withClient(ownerUrl, async client => {
    await client.query(`BEGIN; ${plainText}`)
    const made = await tablesInOrder(client)
    await refuseRowsIn(client)
    const kept = new Map(head.tables.map(table => [table.name, table]))
    const ours = new Map(made.map(table => [table.name, table]))
    /** Columns that somebody added to a table of ours. */
    const added = ({ name, columns }: TableShape) =>
      columns.filter(column => ours.get(name)?.columns.includes(column) === false)
    const wake = await restTriggers(client)
    await client.query(`TRUNCATE ${made.map(({ name }) => quoted(name)).join(', ')}`)
    await work({
      strange: head.tables.flatMap(table =>
        ours.has(table.name) ? added(table).map(column => `${table.name}.${column}`) : [table.name],
      ),
      lacking: made.flatMap(({ name, columns }) =>
        columns.every(column => kept.get(name)?.columns.includes(column)) ? [] : [name],
      ),
      fill: async (table, rows) => {
        // what was added is there while its rows are verified, so that they are read as they were kept
        await alter(client, table, 'ADD', added(table))
        await pipeline(rows, client.query(from(`COPY ${columnsOf(table)} FROM STDIN`)))
        const proof = await proofOf(client, table)
        await alter(client, table, 'DROP', added(table))
        return proof
      },
    })
    for (const { name, last, called } of head.sequences)
      await client.query('SELECT setval($1::regclass, $2, $3)', [`public."${name}"`, last, called])
    await client.query(`${wake}; COMMIT`)
  })

async function alter(client: pg.Client, { name }: TableShape, how: 'ADD' | 'DROP', columns: string[]): Promise<void> {
  const each = columns.map(column => `${how} COLUMN ${quoted(column)}${how === 'ADD' ? ' text' : ''}`)
  if (each.length > 0) await client.query(`ALTER TABLE ${quoted(name)} ${each.join(', ')}`)
}

/** @throws Refusal where the database has people or events: it is in use */
export const refuseUsed = (ownerUrl: string): Promise<void> => withClient(ownerUrl, refuseRowsIn)

async function refuseRowsIn(client: pg.Client): Promise<void> {
  for (const table of ['person', 'event']) {
    const { rows } = await client.query(`SELECT to_regclass($1) IS NOT NULL AS there`, [table])
    if (rows[0].there && (await client.query(`SELECT 1 FROM ${table} LIMIT 1`)).rowCount !== 0)
      throw new Refusal('Basis data tujuan sudah berisi. Pulihkan ke basis data baru yang kosong.')
  }
}

async function proofOf(client: pg.Client, table: TableShape): Promise<TableProof> {
  const hash = createHash('sha256')
  const rows = client.query(to(`COPY ${columnsOf(table)} TO STDOUT`))
  const measure = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done()
    },
  })
  await pipeline(rows, measure)
  return { rows: rows.rowCount, sha256: hash.digest('hex') }
}

const wakefulTriggers = statement(
  'backup-triggers',
  `SELECT tgrelid::regclass::text AS on, quote_ident(tgname) AS name,
          CASE tgenabled WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE' END AS how
   FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
   WHERE NOT tgisinternal AND tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace`,
  {
    on: col.text.notNull('of NOT NULL columns'),
    name: col.text.notNull('of NOT NULL columns'),
    how: col.text.notNull('a text in each branch'),
  },
)

/** Puts triggers that are no foreign keys to rest; gives the statements that put each back as it was. */
async function restTriggers(client: pg.Client): Promise<string> {
  const rows = await ask(client, wakefulTriggers)
  for (const { on, name } of rows) await client.query(`ALTER TABLE ${on} DISABLE TRIGGER ${name}`)
  return rows.map(({ on, name, how }) => `ALTER TABLE ${on} ${how} TRIGGER ${name}`).join(';') || 'SELECT 1'
}

/** Whether this database has no objects of the product, or of anybody. */
export const isEmptyDatabase = (ownerUrl: string): Promise<boolean> =>
  withClient(ownerUrl, async client => {
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' LIMIT 1`,
    )
    return rowCount === 0
  })
