import type pg from 'pg'
import { ask } from '../engine/client.ts'
import { col, statement } from '../statement.ts'

/** A table of the product as a backup knows it. */
export interface TableShape {
  name: string
  columns: string[]
}

/** What begins with `_` is Prisma's own, and written by the migrations that make the tables. */
const tables = statement(
  'backup-tables',
  `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
         ARRAY(SELECT t.relname::text FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
               WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS after
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT LIKE '\\_%'
  GROUP BY c.oid, c.relname ORDER BY c.relname`,
  {
    name: col.text.notNull('of NOT NULL columns'),
    columns: col.texts.notNull('a group has a row'),
    after: col.texts.notNull('an array'),
  },
)

/**
 * Every table, each after those that its foreign keys name, so that they can be filled in this order.
 * @throws Error where keys lead round in a circle, which no migration of ours does
 */
export async function tablesInOrder(client: pg.ClientBase): Promise<TableShape[]> {
  const rows = await ask(client, tables)
  const placed: TableShape[] = []
  const isPlaced = (name: string) => placed.some(table => table.name === name)
  for (let left = rows; left.length > 0; ) {
    const next = left.filter(({ after }) => after.every(isPlaced))
    if (next.length === 0) throw new Error(`foreign keys in a circle: ${left.map(({ name }) => name).join(', ')}`)
    placed.push(...next.map(({ name, columns }) => ({ name, columns })))
    left = left.filter(({ name }) => !isPlaced(name))
  }
  return placed
}

/** Text of values that does not hang on the server it comes from, and rows in stored order. */
export const plainText = `
  SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601';
  SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'; SET LOCAL client_encoding = 'UTF8';
  SET LOCAL synchronize_seqscans = off; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`

/** A name as SQL has it, whatever somebody called a column. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** `"name" ("a", "b")`, for COPY. */
export const columnsOf = ({ name, columns }: TableShape): string =>
  `${quoted(name)} (${columns.map(quoted).join(', ')})`
