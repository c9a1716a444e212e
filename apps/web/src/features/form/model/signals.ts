type Listener = () => void

/** Listeners by key, so that a keystroke wakes only what shows it. */
export interface Signals {
  on(key: string, listener: Listener): () => void
  emit(key: string): void
}

export function signals(): Signals {
  const byKey = new Map<string, Set<Listener>>()
  return {
    on(key, listener) {
      const own = byKey.get(key) ?? new Set()
      byKey.set(key, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && byKey.get(key) === own) byKey.delete(key)
      }
    },
    emit(key) {
      for (const listener of byKey.get(key) ?? []) listener()
    },
  }
}
