// The bell of a report: the server says when something of it is new, and what is new is read as ever. Only a tab that is looked at
// listens, with one stream for all who ask: a browser opens six connections to a host at most, and the streams of hidden tabs would
// take them all. Where no stream comes about, those who listen go on asking now and then.
import { addressOf } from './api.ts'
import type { ResponseOf } from './apiTypes.ts'
import { maySend } from './tabs.ts'
import { confirmed } from './unconfirmed.ts'

export type LiveUpdate = ResponseOf<'GET /submissions/:id/bell'>

export interface Listener {
  update(update: LiveUpdate): void
  /** Whether the stream is there from now on. */
  connection?(open: boolean): void
}

/** A stream that was refused is asked for again after this long. */
const againAfter = 30_000
/** The server says something every 20 seconds; a line on which nothing came for longer is dead, whatever the browser believes. */
const silentAfter = 45_000

const streams = new Map<string, ReturnType<typeof streamOf>>()

/** Whether the server tells what is new of this report, so that asking for it may wait. */
export const isLive = (id: string): boolean => streams.get(id)?.isOpen() === true

/** Gives the way to stop. */
export function subscribeToUpdates(id: string, listener: Listener): () => void {
  const stream = streams.get(id) ?? streamOf(id)
  streams.set(id, stream)
  stream.add(listener)
  return () => {
    if (stream.remove(listener) > 0 || streams.get(id) !== stream) return
    streams.delete(id)
  }
}

function streamOf(id: string) {
  const listeners = new Set<Listener>()
  const last = new Map<LiveUpdate['about'], LiveUpdate>()
  let source: EventSource | null = null
  let open = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(next: boolean): void {
    if (open === next) return
    open = next
    for (const { connection } of listeners) connection?.(next)
  }
  function stop(): void {
    clearTimeout(timer)
    source?.close()
    source = null
    last.clear()
    tell(false)
  }
  function restartAfter(wait: number): void {
    clearTimeout(timer)
    timer = setTimeout(restart, wait)
  }
  async function restart(): Promise<void> {
    stop()
    try {
      await Promise.all([maySend(), confirmed()])
    } catch {
      // No line yet.
      return restartAfter(againAfter)
    }
    if (source || listeners.size === 0 || document.visibilityState === 'hidden') return
    if (typeof EventSource === 'undefined') return
    source = new EventSource(addressOf('GET /submissions/:id/bell', { params: { id } }))
    source.onopen = () => {
      restartAfter(silentAfter)
      tell(true)
    }
    source.onmessage = ({ data }) => {
      restartAfter(silentAfter)
      const update = JSON.parse(data) as LiveUpdate
      if (update.about !== 'report') last.set(update.about, update)
      for (const listener of listeners) listener.update(update)
    }
    // A broken line the browser mends by itself; a refusal it takes for good.
    source.onerror = ({ target }) => {
      tell(false)
      if ((target as EventSource).readyState === EventSource.CLOSED) restartAfter(againAfter)
    }
  }
  const look = () => {
    if (document.visibilityState === 'hidden') stop()
    else if (!source) void restart()
  }

  return {
    isOpen: () => open,
    /** Who comes later is told how things stand. */
    add(listener: Listener): void {
      listeners.add(listener)
      for (const update of last.values()) listener.update(update)
      if (listeners.size > 1) return
      document.addEventListener('visibilitychange', look)
      addEventListener('online', look)
      void restart()
    },
    /** How many are left. */
    remove(listener: Listener): number {
      listeners.delete(listener)
      if (listeners.size > 0) return listeners.size
      document.removeEventListener('visibilitychange', look)
      removeEventListener('online', look)
      stop()
      return 0
    },
  }
}
