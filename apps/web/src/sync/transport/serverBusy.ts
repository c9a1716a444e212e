// Beyond what it can bear the server answers `busy`, and when to come again, to what can wait: reads wait here for their turn.
import { useStore } from '@nanostores/react'
import { atom } from 'nanostores'

/** How often the same is asked again before the page says that it failed. */
export const mostTurns = 8

/** How many requests do. */
const waiting = atom(0)

/** Waits as long as the server asks. @throws AbortError of the given signal */
export async function waitForTurn(seconds: number, signal?: AbortSignal | null): Promise<void> {
  waiting.set(waiting.get() + 1)
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
    waiting.set(waiting.get() - 1)
  }
}

/** Whether something on this page waits for its turn. */
export const useServerBusy = (): boolean => useStore(waiting) > 0
