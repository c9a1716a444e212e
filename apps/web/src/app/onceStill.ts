/** Without a key for so long, or after so long in any case (ms). */
const pause = 2000
const longest = 60_000

/**
 * Runs it once somebody pauses: what fetches many files would hold up the keys typed meanwhile.
 * @returns takes it back
 */
export function onceStill(run: () => void): () => void {
  const since = performance.now()
  const end = (): void => {
    clearTimeout(timer)
    removeEventListener('keydown', wait)
  }
  const start = () =>
    setTimeout(() => {
      end()
      run()
    }, pause)
  const wait = (): void => {
    if (performance.now() - since > longest) return
    clearTimeout(timer)
    timer = start()
  }
  let timer = start()
  addEventListener('keydown', wait)
  return end
}
