// The current row, outside React's state: moving through 300 rows must not rerender them all.
export interface Hand {
  get(): string | null
  take(anchor: string | null): void
  subscribe(listener: () => void): () => void
}

export function handOf(anchor: string | null = null): Hand {
  let now = anchor
  const listeners = new Set<() => void>()
  return {
    get: () => now,
    take(next) {
      if (next === now) return
      now = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
