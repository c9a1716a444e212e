interface Waiting<T> {
  key: string
  done: (value: T | undefined) => void
  failed: (error: unknown) => void
}

/** A read on its way longer than this may never come back: who asks now does not wait for it. */
const overdueMs = 100

/**
 * Reads for many at once: who asks while a read is on its way waits for the next, which takes all who wait. None is answered by a
 * read that began before it asked.
 */
export const createTogether = <T>(read: (keys: string[]) => Promise<Map<string, T>>) => {
  let waiting: Waiting<T>[] = []
  let sentAt: number | null = null

  const send = (): void => {
    const [mine, at] = [waiting, performance.now()]
    waiting = []
    sentAt = at
    const next = () => {
      if (sentAt !== at) return
      sentAt = null
      if (waiting.length > 0) send()
    }
    read([...new Set(mine.map(({ key }) => key))]).then(
      values => {
        for (const { key, done } of mine) done(values.get(key))
        next()
      },
      (error: unknown) => {
        for (const { failed } of mine) failed(error)
        next()
      },
    )
  }

  return (key: string): Promise<T | undefined> =>
    new Promise((done, failed) => {
      waiting.push({ key, done, failed })
      if (sentAt === null || performance.now() - sentAt > overdueMs) send()
    })
}
