/** Lets so many work at once; the others wait in their order, at most so long (ms). */
export const createSlots = (most: number, longestMs: number) => {
  const queue: (() => void)[] = []
  let taken = 0
  return {
    waiting: (): number => queue.length,
    /** @throws as the pool does where no connection comes */
    take: (): Promise<void> => {
      if (taken < most) {
        taken += 1
        return Promise.resolve()
      }
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(start), 1)
        reject(new Error('timeout exceeded when trying to connect'))
      }, longestMs)
      const start = () => {
        clearTimeout(timer)
        resolve()
      }
      queue.push(start)
      return promise
    },
    give: (): void => {
      const next = queue.shift()
      if (next) next()
      else taken -= 1
    },
  }
}
