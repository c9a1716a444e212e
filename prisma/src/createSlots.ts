/** Lets so many work at once; the others wait in their order, at most so long (ms). */
export const createSlots = (most: number, longestMs: number) => {
  const queue: { start: () => void; since: number }[] = []
  let taken = 0
  return {
    waiting: (): number => queue.length,
    /** How long the first of the queue has waited, in milliseconds. */
    waitedMs: (): number => (queue[0] ? performance.now() - queue[0].since : 0),
    /** @throws as the pool does where no connection comes */
    take: (): Promise<void> => {
      if (taken < most) {
        taken += 1
        return Promise.resolve()
      }
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(own), 1)
        reject(new Error('timeout exceeded when trying to connect'))
      }, longestMs)
      const start = () => {
        clearTimeout(timer)
        resolve()
      }
      const own = { start, since: performance.now() }
      queue.push(own)
      return promise
    },
    give: (): void => {
      const next = queue.shift()
      if (next) next.start()
      else taken -= 1
    },
  }
}
