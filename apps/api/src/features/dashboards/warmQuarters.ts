import { setTimeout as sleep } from 'node:timers/promises'
import { snapshot } from '@sepakat/db'
import type { FastifyBaseLogger } from 'fastify'
import type { Ground } from '#http/deps.ts'
import { quartersOf, readQuarters } from './readQuarters.ts'

/** The dashboards of this year and of the one before show these. */
const yearsBack = 4

/**
 * What a quarter came to is read once by a process (`quarterFigures`): here ahead, so that the first who opens the dashboards of a large
 * region does not wait for all of them. One quarter at a time, and between two of them everybody else has process and database for as long.
 */
export const warmQuarters = ({ db, clock }: Pick<Ground, 'db' | 'clock'>, log: Pick<FastifyBaseLogger, 'warn'>) => {
  const stopping = new AbortController()
  const year = clock().getUTCFullYear()
  const periods = Array.from({ length: yearsBack }, (_, back) => quartersOf(year - back).toReversed()).flat()
  const run = async (): Promise<void> => {
    for (const period of periods) {
      for (const chart of ['index', 'achievement'] as const) {
        if (stopping.signal.aborted) return
        const began = performance.now()
        await snapshot(db, tx => readQuarters(tx, chart, [period]))
        await sleep(performance.now() - began, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }
  // it is read then when it is asked for
  const done = run().catch((error: unknown) => log.warn({ err: error }, 'quarters were not read ahead'))
  return {
    done,
    stop: async (): Promise<void> => {
      stopping.abort()
      await done
    },
  }
}
