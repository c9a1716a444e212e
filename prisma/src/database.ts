import type pg from 'pg'
import { PrismaClient } from '../generated/client.ts'
import { columnTypes } from './columnTypes.ts'
import { createSlots } from './createSlots.ts'
import { PoolAdapter, type PrismaDoor } from './joinPrisma.ts'
import { type Done, PreparedQuery } from './PreparedQuery.ts'
import { shareConnections } from './shareConnections.ts'
import type { Statement } from './statement.ts'
import { WaitedPool } from './WaitedPool.ts'

/** `waitedMs`: how long the first of it has waited. */
export interface Queue {
  waiting: number
  waitedMs: number
}

/** One database under the application's account: one pool of connections, which named statements and Prisma Client share. */
export interface Database {
  pool: pg.Pool
  prisma: PrismaClient
  /** Of the connections, those that transactions may hold at once. */
  slots: ReturnType<typeof createSlots>
  /** For statements that are `small`. */
  shared: ReturnType<typeof shareConnections>
  /** What waits for a connection. */
  queue: () => Queue
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

/**
 * @param longestMs a transaction in which Prisma Client was used fails after so long, so that its locks do not stay
 * @param waitMs how long to wait for a connection before the answer is `busy`
 */
export const openDatabase = ({
  url,
  max = 10,
  longestMs = 300_000,
  waitMs = 10_000,
}: {
  url: string
  max?: number
  longestMs?: number
  waitMs?: number
}): Database => {
  const pool = new WaitedPool({
    connectionString: utcAddress(url),
    max,
    types: columnTypes,
    connectionTimeoutMillis: waitMs,
    pipeline: true,
  })
  // A connection that breaks (a restart of PostgreSQL) is replaced at the next use; without a listener it ends the process, an idle
  // one by the pool's event, one in the middle of a transaction by its own.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const transactionOptions = { maxWait: waitMs, timeout: longestMs }
  const slots = createSlots(Math.ceil(max * shareOfTransactions), waitMs)
  const shared = shareConnections(pool)
  const prisma = new PrismaClient({ adapter: new PoolAdapter(pool), transactionOptions })
  return {
    pool,
    prisma,
    slots,
    shared,
    queue: () => ({
      waiting: pool.waitingCount + slots.waiting() + shared.waiting(),
      waitedMs: Math.max(pool.waitedMs, slots.waitedMs(), shared.waitedMs()),
    }),
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** `query` over a pool, or over one connection. */
export const queryOf = (client: pg.Pool | pg.ClientBase): Ask => {
  // its types know no query with a function that is told the rows
  const send = client.query.bind(client) as unknown as (query: PreparedQuery, values: undefined, done: Done) => void
  return async <Row extends object>({ name, text }: Statement<Row>, values: readonly unknown[] = []) => {
    try {
      return await new Promise<Row[]>((resolve, reject) => {
        send(new PreparedQuery({ name, text, values: [...values] }), undefined, (error, result) =>
          error ? reject(error) : resolve(result.rows as Row[]),
        )
      })
    } catch (error) {
      // of who asked, not of the socket that answered
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }
}

export const reader = ({ pool, shared, prisma }: Database): Queryable => {
  const ask = queryOf(pool)
  return {
    query: (statement, values) =>
      statement.small ? shared.run(client => queryOf(client)(statement, values)) : ask(statement, values),
    prisma,
  }
}

/** Whether PostgreSQL answers. */
export const isReachable = (db: Database): Promise<boolean> =>
  db.pool.query('SELECT 1').then(
    () => true,
    () => false,
  )
