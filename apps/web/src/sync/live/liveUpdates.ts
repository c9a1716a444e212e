// Live updates of a report (server-sent events): the server says when something of it is new, and the data is read by ordinary
// requests. Only a visible tab connects, with one stream for all listeners: a browser opens six connections to a host at most, and
// the streams of hidden tabs would take them all. Without a stream the listeners poll.

import { atom } from 'nanostores'
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
  const off = stream.add(listener)
  return () => {
    off()
    if (!stream.isHeeded() && streams.get(id) === stream) streams.delete(id)
  }
}

function streamOf(id: string) {
  const update = atom<LiveUpdate | null>(null)
  const open = atom(false)
  const last = new Map<LiveUpdate['about'], LiveUpdate>()
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    clearTimeout(timer)
    source?.close()
    source = null
    last.clear()
    open.set(false)
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
    if (source || update.lc === 0 || document.visibilityState === 'hidden') return
    if (typeof EventSource === 'undefined') return
    source = new EventSource(addressOf('GET /submissions/:id/bell', { params: { id } }))
    source.onopen = () => {
      restartAfter(silentAfter)
      open.set(true)
    }
    source.onmessage = ({ data }) => {
      restartAfter(silentAfter)
      const next = JSON.parse(data) as LiveUpdate
      if (next.about !== 'report') last.set(next.about, next)
      update.set(next)
    }
    // The browser reconnects a broken stream by itself; a refusal it takes as final.
    source.onerror = ({ target }) => {
      open.set(false)
      if ((target as EventSource).readyState === EventSource.CLOSED) restartAfter(againAfter)
    }
  }
  const look = () => {
    if (document.visibilityState === 'hidden') stop()
    else if (!source) void restart()
  }

  return {
    isOpen: () => open.get(),
    isHeeded: () => update.lc > 0,
    /** A late listener gets the last updates. */
    add(listener: Listener): () => void {
      const isFirst = update.lc === 0
      const offs = [
        update.listen(next => next && listener.update(next)),
        open.listen(isOpen => listener.live?.(isOpen)),
      ]
      for (const known of last.values()) listener.update(known)
      if (isFirst) {
        document.addEventListener('visibilitychange', look)
        addEventListener('online', look)
        void restart()
      }
      return () => {
        for (const off of offs) off()
        if (update.lc > 0) return
        document.removeEventListener('visibilitychange', look)
        removeEventListener('online', look)
        stop()
      }
    },
  }
}
