type Listener = () => void

/** Listeners by key, so that a keystroke notifies only what shows it. */
export interface Signals {
  on(key: string, listener: Listener): () => void
  emit(key: string): void
  /** Notifications inside are sent once, after it. */
  batch(work: () => void): void
}

export function signals(): Signals {
  const byKey = new Map<string, Set<Listener>>()
  let held: Set<string> | null = null
  function emit(key: string): void {
    if (held) held.add(key)
    else for (const listener of byKey.get(key) ?? []) listener()
  }
  return {
    on(key, listener) {
      const own = byKey.get(key) ?? new Set()
      byKey.set(key, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && byKey.get(key) === own) byKey.delete(key)
      }
    },
    emit,
    batch(work) {
      if (held) return work()
      const own = new Set<string>()
      held = own
      try {
        work()
      } finally {
        held = null
        for (const key of own) emit(key)
      }
    },
  }
}
