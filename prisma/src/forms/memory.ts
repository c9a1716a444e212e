/** A map of at most `size` entries; the one longest unused goes. For what never changes under its key. */
export interface Memory<T> {
  get: (key: string) => T | undefined
  set: (key: string, value: T) => T
}

const all: { clear: () => void }[] = []

/** What holds of one database says nothing of another: for tests, which go from one to the next in one process. */
export const forgetAll = (): void => {
  for (const entries of all) entries.clear()
}

export const memory = <T>(size: number): Memory<T> => {
  const entries = new Map<string, T>()
  all.push(entries)
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
      entries.set(key, value)
      if (entries.size > size) entries.delete(entries.keys().next().value!)
      return value
    },
  }
}
