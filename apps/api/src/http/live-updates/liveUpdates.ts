import { randomUUID } from 'node:crypto'
import { openRelay, type Relay } from '@sepakat/db'
import { createPresence } from './createPresence.ts'
import { gathered, type Said } from './gathered.ts'
import type { News, Place, Word } from './news.ts'

/** One client of a submission's live updates. */
export interface Listener {
  person: string
  hear: (news: News) => void
  /** Whether this may still be heard is to be asked again, now. */
  check: () => void
  /** The process stops. */
  end: () => void
}

/** What was said this long goes out together: somebody who types sets off a few a second, a program that imports many. */
const gatherMs = 200
const sweepMs = 3_000

/**
 * Live updates of submissions, and where those are who fill them in. An update says only that something is new; it goes out after the
 * transaction, is gathered, and may be lost: who listens is told again now and then anyway. Nothing of it is stored.
 */
export const createLiveUpdates = (listenUrl: string, clock: () => Date) => {
  const own = randomUUID()
  const listeners = new Map<string, Set<Listener>>()
  const words = gathered()
  const presence = createPresence()
  let relay: Relay | null = null
  let timer: NodeJS.Timeout | undefined
  let sweeping: NodeJS.Timeout | undefined
  let closed = false

  const tell = (submission: string, news: News): void => {
    for (const listener of listeners.get(submission) ?? []) listener.hear(news)
  }
  const tellPeople = (submission: string): void =>
    tell(submission, { about: 'people', people: presence.of(submission) })
  const take = ([submission, word]: Said): void => {
    if (word.about === 'access') {
      for (const all of listeners.values())
        for (const listener of all) if (word.person === null || listener.person === word.person) listener.check()
    } else if (word.about === 'sign') {
      if (presence.sign(submission, word, clock().getTime())) tellPeople(submission)
    } else if (word.about === 'left') {
      if (presence.leave(submission, word.person)) tellPeople(submission)
    } else tell(submission, word)
  }
  const hearOthers = (message: string): void => {
    const { from, said } = JSON.parse(message) as { from: string; said: Said[] }
    if (from !== own) for (const one of said) take(one)
  }
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    for (const said of words.take()) {
      said.forEach(take)
      relay?.say(JSON.stringify({ from: own, said }))
    }
  }
  const say = (submission: string, word: Word): void => {
    words.add(submission, word)
    timer ??= setTimeout(flush, gatherMs)
  }
  const ignore = (submission: string, listener: Listener): void => {
    const all = listeners.get(submission)
    if (!all?.delete(listener)) return
    if (all.size === 0) listeners.delete(submission)
    const { person } = listener
    if (![...all].some(other => other.person === person)) say(submission, { about: 'left', person })
  }

  return {
    /** Begins to hear the other processes, and to be heard by them. */
    open: (): void => {
      relay = openRelay({ url: listenUrl, hear: hearOthers })
      sweeping = setInterval(() => presence.sweep(clock().getTime()).forEach(tellPeople), sweepMs)
      sweeping.unref()
    },
    say,
    /** What this person (null: anybody) listens to, in any process, ends now where it may no longer be heard. */
    checkAccess: (person: string | null): void => say('', { about: 'access', person }),
    people: (submission: string): Place[] => presence.of(submission),
    /** Gives the way to stop, or null while the process stops. */
    listen: (submission: string, listener: Listener): (() => void) | null => {
      if (closed) return null
      listeners.set(submission, (listeners.get(submission) ?? new Set()).add(listener))
      return () => ignore(submission, listener)
    },
    close: async (): Promise<void> => {
      closed = true
      clearInterval(sweeping)
      for (const [submission, all] of [...listeners])
        for (const listener of [...all]) {
          listener.end()
          ignore(submission, listener)
        }
      flush()
      await relay?.close()
    },
  }
}
export type LiveUpdates = ReturnType<typeof createLiveUpdates>
