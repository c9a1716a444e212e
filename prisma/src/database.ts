import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/client.ts'

/**
 * One database, two doors: `pool` for whatever writes an event or is read often (named statements, `transaction`), `prisma`
 * for typed reads of single records, administration lists, builders and the sign-in engine. Both use the application's account.
 */
export interface Database {
  pool: pg.Pool
  prisma: PrismaClient
  close: () => Promise<void>
}

/** Runs one named, prepared statement; the name must be unique to its text. Rows come back as pg gives them. */
export interface Queryable {
  query: <Row extends object>(name: string, sql: string, values?: readonly unknown[]) => Promise<Row[]>
}

// Dates without time stay text (a day has no zone), and exact numbers stay text (no float on the way).
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === 1082 ? (value: string) => value : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** How long one waits for a connection before the answer is `busy`, in milliseconds. */
const patience = 10_000

/** Prisma's adapter takes the offset of a timestamptz off its text: in a session of another zone every instant would shift. */
const inUtc = '-c TimeZone=UTC'

export const openDatabase = ({ url, max = 10 }: { url: string; max?: number }): Database => {
  const session = { connectionString: url, max, options: inUtc }
  const pool = new pg.Pool({ ...session, types, connectionTimeoutMillis: patience })
  // A connection that breaks (a restart of PostgreSQL) is replaced at the next use; without a listener it ends the process, an idle
  // one by the pool's event, one in the middle of a transaction by its own.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const prisma = new PrismaClient({ adapter: new PrismaPg(session) })
  return {
    pool,
    prisma,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

const named = (client: pg.Pool | pg.PoolClient): Queryable => ({
  query: async <Row extends object>(name: string, sql: string, values: readonly unknown[] = []) => {
    const result = await client.query<Row>({ name, text: sql, values: [...values] })
    return result.rows
  },
})

export const reader = (db: Database): Queryable => named(db.pool)

/** Whether PostgreSQL answers. */
export const isReachable = (db: Database): Promise<boolean> =>
  db.pool.query('SELECT 1').then(
    () => true,
    () => false,
  )

const serialization = new Set(['40001', '40P01'])

const attempt = async <T>(
  pool: pg.Pool,
  run: (tx: Queryable) => Promise<T>,
  end: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
  mode = '',
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`BEGIN ${mode}`)
    const result = await run(named(client))
    await client.query(end)
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((e: Error) => {
      broken = e
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** One transaction; retried twice where PostgreSQL asks for it (deadlock, serialization). `run` must have no effect outside `tx`. */
export const transaction = async <T>(db: Database, run: (tx: Queryable) => Promise<T>, tries = 3): Promise<T> => {
  try {
    return await attempt(db.pool, run)
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (tries <= 1 || typeof code !== 'string' || !serialization.has(code)) throw error
  }
  // Its connection is back in the pool by now: one that waits for a second while holding the first could wait for ever.
  return transaction(db, run, tries - 1)
}

/** Reads that all see one moment, and write nothing. */
export const snapshot = <T>(db: Database, run: (tx: Queryable) => Promise<T>): Promise<T> =>
  attempt(db.pool, run, 'COMMIT', 'ISOLATION LEVEL REPEATABLE READ READ ONLY')

/** What a write would come to: it is done and undone again, and others never see it. */
export const undone = <T>(db: Database, run: (tx: Queryable) => Promise<T>): Promise<T> =>
  attempt(db.pool, run, 'ROLLBACK')
