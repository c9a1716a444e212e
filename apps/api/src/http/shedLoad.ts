import underPressure from '@fastify/under-pressure'
import type { Endpoint } from '@sepakat/contract'
import type { Database, Queue } from '@sepakat/db'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem } from './problem.ts'

/** What asks the database and has no connection yet; `loopDelayMs`: in the mean of a second. */
interface Load extends Queue {
  loopDelayMs: number
}
/**
 * Above the first, what can wait is refused; above the second everything, so that what was accepted is answered in time. How much
 * waits tells of a crowd at once, how long it has waited of what this machine bears: a slow one refuses sooner. A request waits up to
 * four times, so a second is four times the upper bound.
 */
const bounds: Record<'busy' | 'full', Load> = {
  busy: { waiting: 30, waitedMs: 75, loopDelayMs: 100 },
  full: { waiting: 60, waitedMs: 250, loopDelayMs: 1000 },
}
/** Fewer that wait long are held up by a lock, not by load. */
const crowd = 10

/** Seconds after which to come again; not all at once. */
const retryAfter = (least: number): number => Math.ceil(least * (1 + Math.random()))

/**
 * Refuses as `busy` what an overloaded process could only let wait, before anything is asked of the database: lists, recaps and
 * what computes before saves and submissions (0081).
 * @returns the hook of a route
 */
export const shedLoad = async (app: FastifyInstance, db: Pick<Database, 'queue'>) => {
  // it only measures: which route is refused, and how, is said here
  await app.register(underPressure)
  const isAbove = (most: Load): boolean => {
    const { waiting, waitedMs } = db.queue()
    if (waiting > most.waiting || (waiting > crowd && waitedMs > most.waitedMs)) return true
    // one long computation while nothing waits is no load
    return waiting > 0 && app.memoryUsage().eventLoopDelay > most.loopDelayMs
  }
  return ({ canWait }: Pick<Endpoint, 'canWait'>) =>
    (_request: FastifyRequest, _reply: FastifyReply, done: () => void): void => {
      if (isAbove(canWait ? bounds.busy : bounds.full))
        throw problem('busy', { retryAfter: retryAfter(canWait ? 4 : 1) })
      done()
    }
}
