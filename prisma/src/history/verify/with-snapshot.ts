import pg from 'pg'
import type { Queryable } from '../../database.ts'

/** Runs reads that all see one moment, on a connection of their own, and can write nothing. */
export const withSnapshot = async <T>(url: string, run: (db: Queryable) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await run({
      query: async <Row extends object>(_name: string, sql: string, values: readonly unknown[] = []) =>
        (await client.query<Row>(sql, [...values])).rows,
    })
  } finally {
    await client.end()
  }
}
