// Live updates of a report (server-sent events): the server says when something of it is new, and the data is read by ordinary
// requests. Only a visible tab connects, with one stream for all listeners: a browser opens six connections to a host at most, and
// the streams of hidden tabs would take them all. Without a stream the listeners poll.

import type { ResponseOf } from '../apiTypes.ts'
import { maySend } from '../tabs/tabs.ts'
import { addressOf } from '../transport/api.ts'
import { confirmed } from '../transport/unconfirmed.ts'

export type LiveUpdate = ResponseOf<'GET /submissions/:id/bell'>

export interface Listener {
  update(update: LiveUpdate): void
  /** Whether the stream is connected from now on. */
  live?(open: boolean): void
}

/** A refused stream is requested again after this delay (ms). */
const againAfter = 30_000
/** The server sends something every 20 seconds; a longer silence means a dead connection, whatever the browser believes. */
const silentAfter = 45_000

const streams = new Map<string, ReturnType<typeof streamOf>>()

/** Whether live updates of this report are connected, so that polling may pause. */
export const isLive = (id: string): boolean => streams.get(id)?.isOpen() === true

/** Returns the function to unsubscribe. */
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
    for (const { live } of listeners) live?.(next)
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
      // Offline.
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
    // The browser reconnects a broken stream by itself; a refusal it takes as final.
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
    /** A late listener gets the last updates. */
    add(listener: Listener): void {
      listeners.add(listener)
      for (const update of last.values()) listener.update(update)
      if (listeners.size > 1) return
      document.addEventListener('visibilitychange', look)
      addEventListener('online', look)
      void restart()
    },
    /** Returns how many listeners are left. */
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
