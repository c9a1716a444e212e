import type { Duplex } from 'node:stream'
import type pg from 'pg'

/**
 * `pg` hands each statement to the network by itself: what is sent until `end` calls back leaves in one piece instead.
 * @returns what is called before each statement
 */
export const gatherWrites = (client: pg.PoolClient, end: (send: () => void) => void): (() => void) => {
  const { stream } = Reflect.get(client, 'connection') as { stream: Duplex }
  let held = false
  return () => {
    if (held) return
    held = true
    stream.cork()
    end(() => {
      held = false
      stream.uncork()
    })
  }
}
