import { randomUUID } from 'node:crypto'
import { openRelay, type Relay } from '@sepakat/db'
import { gathered } from './gathered.ts'
import type { News } from './news.ts'

/** One who listens to the bell of a submission. */
export interface Listener {
  hear: (news: News) => void
  /** The process stops. */
  end: () => void
}

/** Rings gathered this long go out together: somebody who types sets off a few a second, a program that imports many. */
const gatherMs = 200

/**
 * Bells of submissions. A ring says only that something is new; it goes out after the transaction, is gathered, and may be lost:
 * who listens reads again now and then anyway. Nothing of it is stored.
 */
export const createBells = (listenUrl: string) => {
  const own = randomUUID()
  const listeners = new Map<string, Set<Listener>>()
  const rings = gathered()
  let relay: Relay | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const tell = (submission: string, news: News): void => {
    for (const listener of listeners.get(submission) ?? []) listener.hear(news)
  }
  const hearOthers = (message: string): void => {
    const { from, rings } = JSON.parse(message) as { from: string; rings: [string, News][] }
    if (from !== own) for (const [submission, news] of rings) tell(submission, news)
  }
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    for (const part of rings.take()) {
      for (const [submission, news] of part) tell(submission, news)
      relay?.say(JSON.stringify({ from: own, rings: part }))
    }
  }

  return {
    /** Begins to hear the other processes, and to be heard by them. */
    open: (): void => {
      relay = openRelay({ url: listenUrl, hear: hearOthers })
    },
    ring: (submission: string, news: News): void => {
      rings.add(submission, news)
      timer ??= setTimeout(flush, gatherMs)
    },
    /** Gives the way to stop, or null while the process stops. */
    listen: (submission: string, listener: Listener): (() => void) | null => {
      if (closed) return null
      const all = listeners.get(submission) ?? new Set()
      listeners.set(submission, all.add(listener))
      return () => {
        all.delete(listener)
        if (all.size === 0 && listeners.get(submission) === all) listeners.delete(submission)
      }
    },
    close: async (): Promise<void> => {
      closed = true
      for (const all of [...listeners.values()]) for (const listener of [...all]) listener.end()
      flush()
      await relay?.close()
    },
  }
}
export type Bells = ReturnType<typeof createBells>
