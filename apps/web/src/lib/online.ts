import { useSyncExternalStore } from 'react'

// `navigator.onLine` only knows the cable: what counts is whether the server answered last.
let answered = true
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

export function sawAnswer(): void {
  if (answered) return
  answered = true
  tell()
}

export function sawNoAnswer(): void {
  if (!answered) return
  answered = false
  tell()
}

const isOnline = (): boolean => answered && navigator.onLine !== false

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('online', onCable)
  addEventListener('offline', tell)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener('online', onCable)
    removeEventListener('offline', tell)
  }
}

/** A cable that came back is worth another try: the next call says whether the server is there. */
function onCable(): void {
  answered = true
  tell()
}

/** Whether the server can be reached, as far as the device and the last call know. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, isOnline)
