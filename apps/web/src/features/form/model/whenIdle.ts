/** Letters of one number rarely come further apart than this (ms): longer is a pause. */
const quiet = 300
/** But nothing waits longer than this (ms): who types on without a pause reads no figures meanwhile. */
const most = 5000

/**
 * Runs the work once in a quiet moment, off the path of keystrokes, however often it is asked for. Gives a function that asks,
 * and one that runs at once what was asked for.
 */
export function whenIdle(work: () => void): { ask(): void; now(): void; cancel(): void } {
  let since = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined

  function cancel(): void {
    clearTimeout(timer)
    if (idle !== undefined) cancelIdleCallback(idle)
    timer = undefined
    idle = undefined
    since = 0
  }
  function run(): void {
    cancel()
    work()
  }
  /** Safari has no idle callback. */
  function whenQuiet(): void {
    timer = undefined
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(run, { timeout: quiet })
    else run()
  }
  return {
    ask() {
      if (since === 0) since = Date.now()
      const left = since + most - Date.now()
      clearTimeout(timer)
      if (idle !== undefined) cancelIdleCallback(idle)
      idle = undefined
      timer = setTimeout(whenQuiet, Math.max(0, Math.min(quiet, left)))
    },
    now() {
      if (since !== 0) run()
    },
    cancel,
  }
}
