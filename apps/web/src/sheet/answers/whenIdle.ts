/** Keystrokes of one number are rarely further apart than this (ms): longer is a pause. */
const quiet = 300
/** Nothing is delayed longer than this (ms): a user who types without a pause reads no figures meanwhile. */
const most = 5000

/**
 * Runs the work once when idle, off the path of keystrokes, however often it is requested. Returns a function that requests it,
 * and one that runs requested work at once.
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
