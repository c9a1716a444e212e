import { atom, type PreinitializedWritableAtom } from 'nanostores'
import { useSyncExternalStore } from 'react'

// `navigator.onLine` only knows the cable: what counts is whether the server answered last. While it does not, it is polled,
// so that "Luring" is not shown longer than it is true.
let answered = true
/** How often that changed · how often the server was there again. */
const changes = atom(0)
const returns = atom(0)
const isHeeded = (): boolean => changes.lc + returns.lc > 0

/** Delay (ms) before the first poll after a missing response, doubled each time, up to the maximum. */
const first = 1000
const longest = 10_000
const timeoutMs = 5000
let probing: ReturnType<typeof setTimeout> | undefined
let wait = first

const tell = (): void => changes.set(changes.get() + 1)
const reconnected = (): void => returns.set(returns.get() + 1)

export function sawAnswer(): void {
  if (answered) return
  answered = true
  clearTimeout(probing)
  tell()
  reconnected()
}

export function sawNoAnswer(): void {
  if (!answered) return
  answered = false
  wait = first
  probe()
  tell()
}

/** No polling while the page is hidden without pending work, or without a cable. */
function probe(): void {
  clearTimeout(probing)
  if (answered || !isHeeded()) return
  probing = setTimeout(async () => {
    if (navigator.onLine !== false && (await isThere())) return sawAnswer()
    wait = Math.min(longest, wait * 2)
    probe()
  }, wait)
}

async function isThere(): Promise<boolean> {
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) })
    // the page of a portal is not the server's
    return answer.ok && (await answer.json()).status === 'ok'
  } catch {
    return false
  }
}

const isOnline = (): boolean => answered && navigator.onLine !== false

function enter(store: PreinitializedWritableAtom<number>, listener: () => void): () => void {
  if (!isHeeded()) {
    addEventListener('online', onCable)
    addEventListener('offline', tell)
  }
  const off = store.listen(listener)
  probe()
  return () => {
    off()
    if (isHeeded()) return
    removeEventListener('online', onCable)
    removeEventListener('offline', tell)
    clearTimeout(probing)
  }
}

/** A reconnected cable is worth an attempt: the next call tells whether the server is there. */
function onCable(): void {
  answered = true
  tell()
  reconnected()
}

/** Called back when the server answers again, or the cable is back: failed requests are worth a retry. Returns the function to stop. */
export const onReconnect = (listener: () => void): (() => void) => enter(returns, listener)

const subscribe = (listener: () => void) => enter(changes, listener)

/** Whether the server is reachable, as far as the device and the last call know. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, isOnline)
