// The bell of a report: the server says when something of it is new, and what is new is read as ever. Only a tab that is looked at
// listens, with one stream for all who ask: a browser opens six connections to a host at most, and the streams of hidden tabs would
// take them all. Where no stream comes about, those who listen go on asking now and then.
import { addressOf } from './api.ts'
import type { ResponseOf } from './apiTypes.ts'
import { maySend } from './tabs.ts'
import { confirmed } from './unconfirmed.ts'

export type Ring = ResponseOf<'GET /submissions/:id/bell'>

export interface Listener {
  ring(ring: Ring): void
  /** Whether the stream is there from now on. */
  line?(open: boolean): void
}

/** A stream that was refused is asked for again after this long. */
const againAfter = 30_000
/** The server says something every 20 seconds; a line on which nothing came for longer is dead, whatever the browser believes. */
const silentAfter = 45_000

const bells = new Map<string, ReturnType<typeof bellOf>>()

/** Whether the server tells what is new of this report, so that asking for it may wait. */
export const isHeard = (id: string): boolean => bells.get(id)?.isOpen() === true

/** Gives the way to stop. */
export function hearBell(id: string, listener: Listener): () => void {
  const bell = bells.get(id) ?? bellOf(id)
  bells.set(id, bell)
  bell.add(listener)
  return () => {
    if (bell.remove(listener) > 0 || bells.get(id) !== bell) return
    bells.delete(id)
  }
}

function bellOf(id: string) {
  const listeners = new Set<Listener>()
  const last = new Map<Ring['about'], Ring>()
  let source: EventSource | null = null
  let open = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(next: boolean): void {
    if (open === next) return
    open = next
    for (const { line } of listeners) line?.(next)
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
      const ring = JSON.parse(data) as Ring
      if (ring.about !== 'report') last.set(ring.about, ring)
      for (const listener of listeners) listener.ring(ring)
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
      for (const ring of last.values()) listener.ring(ring)
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
