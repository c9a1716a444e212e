/** A map of at most `size` entries, or of so much by their `weight`; those longest unused go. For what never changes under its key. */
export interface Memory<T> {
  get: (key: string) => T | undefined
  set: (key: string, value: T) => T
}

const all: { clear: () => void }[] = []

/** What holds of one database says nothing of another: for tests, which go from one to the next in one process. */
export const forgetAll = (): void => {
  for (const entries of all) entries.clear()
}

export const memory = <T>(size: number, weight: (value: T) => number = () => 1): Memory<T> => {
  const entries = new Map<string, T>()
  let weighs = 0
  const drop = (key: string) => {
    const value = entries.get(key)
    if (value === undefined) return
    entries.delete(key)
    weighs -= weight(value)
  }
  all.push({
    clear: () => {
      entries.clear()
      weighs = 0
    },
  })
  return {
    get: key => {
      const found = entries.get(key)
      if (found !== undefined) {
        entries.delete(key)
        entries.set(key, found)
      }
      return found
    },
    set: (key, value) => {
      drop(key)
      entries.set(key, value)
      weighs += weight(value)
      while (weighs > size) drop(entries.keys().next().value!)
      return value
    },
  }
}
