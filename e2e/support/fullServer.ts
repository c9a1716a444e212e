import { setTimeout as sleep } from 'node:timers/promises'
import type { Product } from './product.ts'
import { expect } from './test.ts'

/** More than the server lets wait (apps/api/src/http/shedLoad.ts) and has connections. */
const crowd = 90

/**
 * Fills the server, without the browser's network being touched: a table that each of many requests reads is locked, so that they
 * hold all connections or wait for one, and the server refuses by itself whatever else comes.
 * @param cookie of who may read the report
 * @returns how to let them go on
 */
export const fillServer = async (
  { db, url }: Product,
  { cookie, report }: { cookie: string; report: string },
): Promise<() => Promise<void>> => {
  const client = await db.pool.connect()
  await client.query('BEGIN')
  await client.query('LOCK TABLE submission IN ACCESS EXCLUSIVE MODE')
  let isFull = true
  const one = async () => {
    while (isFull) {
      const answer = await fetch(`${url}/api/v1/submissions/${report}`, { headers: { cookie } }).catch(() => null)
      await answer?.arrayBuffer()
      await sleep(200)
    }
  }
  const all = Array.from({ length: crowd }, one)
  await expect.poll(async () => (await fetch(`${url}/api/v1/session`)).status).toBe(503)
  return async () => {
    isFull = false
    await client.query('ROLLBACK')
    client.release()
    await Promise.all(all)
  }
}
