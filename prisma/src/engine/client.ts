import pg from 'pg'
import type { Statement } from '../statement.ts'

/** One session, open for as long as the work takes. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  // a server that goes down during the work is told by the query that fails
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs a statement once, without preparing it. */
export const ask = async <Row extends object>(
  client: pg.ClientBase,
  { text }: Statement<Row>,
  values: unknown[] = [],
): Promise<Row[]> => (await client.query(text, values)).rows
