import type pg from 'pg'
import { gatherWrites } from './gatherWrites.ts'

/** One connection is as busy with small reads as one core, and two keep Node busy. */
const most = 2

/** A connection that has answered nothing for so long may never do so: who asks now does not wait behind it. */
const overdueMs = 100

interface Shared {
  client: Promise<pg.PoolClient>
  isOpen: boolean
  /** Called before each statement, so that those of one turn of the event loop leave in one piece. */
  gather: () => void
  asked: number
  /** What failed on it: it may be broken, and is thrown away. */
  failed?: Error
  /** When it last answered, or was first asked. */
  answeredAt: number
}

/**
 * Sends small reads of many over few connections, on which they follow each other without waiting: two busy processes of
 * PostgreSQL take less than ten that are woken in turn, and what is asked at once leaves in one piece (decision 0082). A connection
 * that is asked nothing any more goes back to the pool.
 */
export const shareConnections = (pool: pg.Pool) => {
  let all: Shared[] = []

  const open = (): Shared => {
    const shared: Shared = {
      client: pool.connect().then(client => {
        shared.gather = gatherWrites(client, send => setImmediate(send))
        shared.isOpen = true
        return client
      }),
      isOpen: false,
      gather: () => undefined,
      asked: 0,
      answeredAt: performance.now(),
    }
    all.push(shared)
    return shared
  }

  const drop = (shared: Shared): void => {
    all = all.filter(other => other !== shared)
  }

  /** A new one while there may be more, else that on which the fewest wait. One that others wait for is asked no more. */
  const take = (): Shared => {
    const now = performance.now()
    const isWanted = pool.waitingCount > 0
    const going = all.filter(({ answeredAt, isOpen }) => now - answeredAt < overdueMs && !(isOpen && isWanted))
    const least = going.reduce<Shared | undefined>(
      (best, next) => (best && best.asked <= next.asked ? best : next),
      undefined,
    )
    return least && going.length >= most ? least : open()
  }

  const give = (shared: Shared): void => {
    shared.asked -= 1
    shared.answeredAt = performance.now()
    if (shared.asked > 0) return
    drop(shared)
    shared.client.then(
      client => client.release(shared.failed),
      () => undefined,
    )
  }

  return {
    /** Those that wait behind another. */
    waiting: (): number => all.reduce((sum, { asked }) => sum + Math.max(0, asked - 1), 0),
    /** How long the first of them has waited, in milliseconds. */
    waitedMs: (): number =>
      all.reduce(
        (longest, { asked, answeredAt }) => (asked > 1 ? Math.max(longest, performance.now() - answeredAt) : longest),
        0,
      ),
    /** @param read sends one statement, which must be short and lock nothing */
    run: async <T>(read: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
      const shared = take()
      shared.asked += 1
      try {
        const client = await shared.client
        shared.gather()
        return await read(client)
      } catch (error) {
        drop(shared)
        shared.failed = error as Error
        throw error
      } finally {
        give(shared)
      }
    },
  }
}
