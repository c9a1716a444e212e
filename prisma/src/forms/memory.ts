/** For what never changes under its key: keeps the `size` entries used last, or so much by their `weight`, and at most twice that. */
export interface Memory<T> {
  get: (key: string) => T | undefined
  set: (key: string, value: T) => T
}

const all: { clear: () => void }[] = []

/** What holds of one database says nothing of another: for tests, which go from one to the next in one process. */
export const forgetAll = (): void => {
  for (const entries of all) entries.clear()
}

// Those used since the last change of hands, and those of the time before: what is used often costs a look and no more.
export const memory = <T>(size: number, weight: (value: T) => number = () => 1): Memory<T> => {
  let used = new Map<string, T>()
  let before = new Map<string, T>()
  let weighs = 0
  all.push({
    clear: () => {
      used = new Map()
      before = new Map()
      weighs = 0
    },
  })
  const set = (key: string, value: T): T => {
    const known = used.get(key)
    weighs += weight(value) - (known === undefined ? 0 : weight(known))
    used.set(key, value)
    if (weighs > size) {
      before = used
      used = new Map()
      weighs = 0
    }
    return value
  }
  return {
    get: key => {
      const found = used.get(key)
      if (found !== undefined) return found
      const earlier = before.get(key)
      return earlier === undefined ? undefined : set(key, earlier)
    },
    set,
  }
}
