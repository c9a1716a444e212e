import pg from 'pg'
import { PrismaClient } from '../generated/client.ts'
import { createSlots } from './createSlots.ts'
import { type JoinedPrisma, joinPrisma, PoolAdapter, type PrismaDoor } from './joinPrisma.ts'
import type { Statement } from './statement.ts'

/** One database under the application's account: one pool of connections, which named statements and Prisma Client share. */
export interface Database {
  pool: pg.Pool
  prisma: PrismaClient
  /** Of the connections, those that transactions may hold at once. */
  slots: ReturnType<typeof createSlots>
  /** How much waits for a connection. */
  waiting: () => number
  close: () => Promise<void>
}

type Ask = <Row extends object>(statement: Statement<Row>, values?: readonly unknown[]) => Promise<Row[]>

/**
 * What reads and writes rows, over the pool or in one transaction (decision 0073). `query` is for hot roads: it runs one
 * prepared statement and gives rows as pg does. `prisma` is for all others. Within a
 * transaction both run on its connection, and what they wrote is committed or rolled back together.
 */
export interface Queryable {
  query: Ask
  readonly prisma: PrismaDoor
}

// Dates without time stay text (a day has no zone), and exact numbers stay text (no float on the way).
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === 1082 ? (value: string) => value : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** How long to wait for a connection before the answer is `busy`, in milliseconds. */
const connectionTimeoutMillis = 10_000

/** A transaction waits for Node while it holds its connection; single statements, which do not, keep some for themselves. */
const shareOfTransactions = 0.8

/** Prisma's adapter takes the offset of a timestamptz off its text: in a session of another zone every instant would shift. */
const inUtc = '-c TimeZone=UTC'

/** The address with UTC after its own `options`, which would take the place of those beside it. */
const utcAddress = (url: string): string => {
  const address = new URL(url)
  const own = address.searchParams.get('options')
  address.searchParams.set('options', own === null ? inUtc : `${own} ${inUtc}`)
  return address.href
}

/** @param longestMs a transaction in which Prisma Client was used fails after so long, so that its locks do not stay */
export const openDatabase = ({
  url,
  max = 10,
  longestMs = 300_000,
}: {
  url: string
  max?: number
  longestMs?: number
}): Database => {
  const pool = new pg.Pool({ connectionString: utcAddress(url), max, types, connectionTimeoutMillis })
  // A connection that breaks (a restart of PostgreSQL) is replaced at the next use; without a listener it ends the process, an idle
  // one by the pool's event, one in the middle of a transaction by its own.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const transactionOptions = { maxWait: connectionTimeoutMillis, timeout: longestMs }
  const slots = createSlots(Math.ceil(max * shareOfTransactions), connectionTimeoutMillis)
  const prisma = new PrismaClient({ adapter: new PoolAdapter(pool), transactionOptions })
  return {
    pool,
    prisma,
    slots,
    waiting: () => pool.waitingCount + slots.waiting(),
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** `query` over a pool, or over one connection. */
const queryOf =
  (client: pg.Pool | pg.ClientBase): Ask =>
  async ({ name, text }, values) =>
    (await client.query({ name, text, values: values && [...values] })).rows

export const reader = ({ pool, prisma }: Database): Queryable => ({ query: queryOf(pool), prisma })

/** Whether PostgreSQL answers. */
export const isReachable = (db: Database): Promise<boolean> =>
  db.pool.query('SELECT 1').then(
    () => true,
    () => false,
  )

const serialization = new Set(['40001', '40P01'])

/** Whether PostgreSQL asks for another try; Prisma names the same two states P2034. */
const asksForAnother = (error: unknown): boolean => {
  const { code, meta } = error as {
    code?: unknown
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
  }
  return serialization.has(meta?.driverAdapterError?.cause?.originalCode ?? String(code))
}

const attempt = async <T>(
  db: Database,
  run: (tx: Queryable) => Promise<T>,
  end: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
  mode = '',
): Promise<T> => {
  await db.slots.take()
  try {
    return await attemptNow(db, run, end, mode)
  } finally {
    db.slots.give()
  }
}

const attemptNow = async <T>(
  { pool, prisma }: Database,
  run: (tx: Queryable) => Promise<T>,
  end: 'COMMIT' | 'ROLLBACK',
  mode: string,
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  let joined: JoinedPrisma | undefined
  const tx: Queryable = {
    query: queryOf(client),
    get prisma() {
      joined ??= joinPrisma(prisma, client)
      return joined.prisma
    },
  }
  try {
    await client.query(`BEGIN ${mode}`)
    const result = await run(tx)
    await joined?.leave()
    await client.query(end)
    return result
  } catch (error) {
    await joined?.leave().catch(() => undefined)
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
    return await attempt(db, run)
  } catch (error) {
    if (tries <= 1 || !asksForAnother(error)) throw error
  }
  // Its connection is back in the pool by now: one that waits for a second while holding the first could wait for ever.
  return transaction(db, run, tries - 1)
}

/** Reads that all see one moment, and write nothing. */
export const snapshot = <T>(db: Database, run: (tx: Queryable) => Promise<T>): Promise<T> =>
  attempt(db, run, 'COMMIT', 'ISOLATION LEVEL REPEATABLE READ READ ONLY')

/** What a write would come to: it is done and undone again, and others never see it. */
export const undone = <T>(db: Database, run: (tx: Queryable) => Promise<T>): Promise<T> => attempt(db, run, 'ROLLBACK')
