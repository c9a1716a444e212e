/**
 * Runs the work once in a quiet moment, off the path of a keystroke, however often it is asked for. `within`: ms it may wait at
 * most. Gives a function that asks, and one that runs at once what was asked for.
 */
export function whenIdle(work: () => void, within = 250): { ask(): void; now(): void; cancel(): void } {
  let cancel: (() => void) | null = null
  const run = () => {
    cancel = null
    work()
  }
  return {
    ask() {
      cancel ??= later(run, within)
    },
    now() {
      if (!cancel) return
      cancel()
      run()
    },
    cancel() {
      cancel?.()
      cancel = null
    },
  }
}

/** Safari has no idle callback. */
function later(run: () => void, within: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(run, { timeout: within })
    return () => cancelIdleCallback(id)
  }
  const id = setTimeout(run, 60)
  return () => clearTimeout(id)
}
