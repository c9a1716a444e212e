import { atom, batch, type PreinitializedWritableAtom } from 'nanostores'

type Listener = () => void

/** Listeners by key, so that a keystroke notifies only what shows it. */
export interface Signals {
  on(key: string, listener: Listener): () => void
  emit(key: string): void
  /** Notifications inside are sent once, after it. */
  batch(work: () => void): void
}

export function signals(): Signals {
  /** How often each key that is listened to was notified. */
  const counts = new Map<string, PreinitializedWritableAtom<number>>()
  return {
    on(key, listener) {
      const own = counts.get(key) ?? atom(0)
      counts.set(key, own)
      const off = own.listen(listener)
      return () => {
        off()
        if (own.lc === 0 && counts.get(key) === own) counts.delete(key)
      }
    },
    emit(key) {
      const own = counts.get(key)
      own?.set(own.get() + 1)
    },
    batch,
  }
}
