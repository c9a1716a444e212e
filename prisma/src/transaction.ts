import { type Database, type Queryable, queryOf } from './database.ts'
import { gatherWrites } from './gatherWrites.ts'
import { type JoinedPrisma, joinPrisma } from './joinPrisma.ts'
import type { Statement } from './statement.ts'

/**
 * One transaction. Statements that are sent without waiting for each other travel together and run in the order they were sent:
 * `Promise.all([tx.query(a), tx.query(b)])` is one round trip, and BEGIN goes with the first of them (decision 0082).
 */
export interface Transaction extends Queryable {
  /** Sends what answers nothing, without waiting: its failure fails the commit, with which it travels. */
  send: (statement: Statement, values: readonly unknown[]) => void
}

const serialization = new Set(['40001', '40P01'])

/** Whether PostgreSQL asks for another try; Prisma names the same two states P2034. */
const asksForAnother = (error: unknown): boolean => {
  const { code, meta } = error as {
    code?: unknown
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
  }
  return serialization.has(meta?.driverAdapterError?.cause?.originalCode ?? String(code))
}

/** What follows a failure is told of that alone; a statement that was first to be prepared by one of those, that it is not known. */
const aborted = new Set<unknown>(['25P02', '26000'])
const isAborted = (error: unknown): boolean => aborted.has((error as { code?: unknown }).code)

const attempt = async <T>(
  db: Database,
  run: (tx: Transaction) => Promise<T>,
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
  run: (tx: Transaction) => Promise<T>,
  end: 'COMMIT' | 'ROLLBACK',
  mode: string,
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  let joined: JoinedPrisma | undefined
  const together = gatherWrites(client, process.nextTick)
  const ask: Queryable['query'] = (statement, values) => {
    together()
    return queryOf(client)(statement, values)
  }
  const sent: Promise<unknown>[] = []
  let first: unknown
  let over = false
  /** Of statements on their way together all after the one that failed are told only that the transaction is aborted. */
  const noted = <P extends Promise<unknown>>(one: P): P => {
    one.catch((error: unknown) => {
      first ??= error
    })
    return one
  }
  /** What others began beside a failure goes on: nothing of it may reach the connection once that is somebody else's. */
  const askWithin: typeof ask = (statement, values) =>
    noted(over ? Promise.reject(new Error('The transaction is over')) : ask(statement, values))
  const tx: Transaction = {
    query: askWithin,
    send: (statement, values) => {
      sent.push(askWithin(statement, values))
    },
    get prisma() {
      if (over) throw new Error('The transaction is over')
      joined ??= joinPrisma(prisma, client)
      return joined.prisma
    },
  }
  try {
    together()
    sent.push(noted(client.query(`BEGIN ${mode}`)))
    const result = await run(tx)
    await joined?.leave()
    over = true
    together()
    const ended = client.query(end)
    await Promise.all([...sent, ended])
    if ((await ended).command !== end) throw first ?? new Error('PostgreSQL rolled back what was to be kept')
    return result
  } catch (error) {
    over = true
    await joined?.leave().catch(() => undefined)
    await client.query('ROLLBACK').catch((e: Error) => {
      broken = e
    })
    throw isAborted(error) ? (first ?? error) : error
  } finally {
    client.release(broken)
  }
}

/** One transaction; retried twice where PostgreSQL asks for it (deadlock, serialization). `run` must have no effect outside `tx`. */
export const transaction = async <T>(db: Database, run: (tx: Transaction) => Promise<T>, tries = 3): Promise<T> => {
  try {
    return await attempt(db, run)
  } catch (error) {
    if (tries <= 1 || !asksForAnother(error)) throw error
  }
  // Its connection is back in the pool by now: one that waits for a second while holding the first could wait for ever.
  return transaction(db, run, tries - 1)
}

/** Reads that all see one moment, and write nothing. */
export const snapshot = <T>(db: Database, run: (tx: Transaction) => Promise<T>): Promise<T> =>
  attempt(db, run, 'COMMIT', 'ISOLATION LEVEL REPEATABLE READ READ ONLY')

/** What a write would come to: it is done and undone again, and others never see it. */
export const undone = <T>(db: Database, run: (tx: Transaction) => Promise<T>): Promise<T> =>
  attempt(db, run, 'ROLLBACK')
