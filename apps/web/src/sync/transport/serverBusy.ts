// Beyond what it can bear the server answers `busy`, and when to come again, to what can wait: reads wait here for their turn.
import { useSyncExternalStore } from 'react'

/** How often the same is asked again before the page says that it failed. */
export const mostTurns = 8

let waiting = 0
const listeners = new Set<() => void>()

function count(by: 1 | -1): void {
  waiting += by
  for (const listener of listeners) listener()
}

/** Waits as long as the server asks. @throws AbortError of the given signal */
export async function waitForTurn(seconds: number, signal?: AbortSignal | null): Promise<void> {
  count(1)
  let end = () => {}
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, seconds * 1000)
      const abort = () => {
        clearTimeout(timer)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', abort)
      end = () => signal?.removeEventListener('abort', abort)
    })
  } finally {
    end()
    count(-1)
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether something on this page waits for its turn. */
export const useServerBusy = (): boolean => useSyncExternalStore(subscribe, () => waiting > 0)
