import { accessStream, type Database, record, written } from '@sepakat/db'
import type { ActorId } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Refusal } from './refusal.ts'

/**
 * Told to the person among the events of the account: each is kept, in the stream of rights. Attempts of it are counted and made to
 * wait before they are judged, and who comes so far knows the password.
 */
const told = 'second-factor.refused'

const hourMs = 3_600_000
/** Of one kind, in an hour and this process: for one person or address, and for all addresses without a known user. */
export const refusalBounds = { each: 10, strangers: 200 }

/**
 * Refusals that history keeps: attempts to sign in, to use a key or a session's own password, or to reach what is not one's own.
 * A refused caller chooses how often, so that only the first ones of an hour are written; the last of them says `more`: what
 * came after it was not kept.
 */
export const createRefusals = (db: Database) => {
  let began = 0
  let counts = new Map<string, number>()

  /** Whether this one is kept, and whether it is the last of the hour that is. */
  const count = (key: string, most: number): 'kept' | 'last' | null => {
    const n = (counts.get(key) ?? 0) + 1
    if (n > most) return null
    counts.set(key, n)
    return n === most ? 'last' : 'kept'
  }

  return {
    note: async ({ type, person, by, data }: Refusal, { actor, now }: { actor: ActorId; now: Date }): Promise<void> => {
      const keep = async (stream: string, more: object) => {
        const event = { stream, type, data: { person, ...data, ...more } }
        await record(db, { actor, at: now }, async () => written(null, event))
      }
      if (type === told) return keep('rights', {})
      if (now.getTime() - began >= hourMs) {
        began = now.getTime()
        counts = new Map()
      }
      if (person === null && counts.get(type) === refusalBounds.strangers) return
      const own = count(`${type} ${by}`, refusalBounds.each)
      const all = own === null ? null : person === null ? count(type, refusalBounds.strangers) : 'kept'
      if (own === null || all === null) return
      const more = own === 'last' || all === 'last' ? { more: true } : {}
      await keep(accessStream(now, person ?? v7()), more)
    },
  }
}
export type Refusals = ReturnType<typeof createRefusals>
