// How long this device was not touched, in any tab. By the wall clock: a laptop that slept was not touched.
const name = 'sepakat.touched'
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const
/** Every computer is treated as shared: untouched for this long (ms) it locks. */
export const idleLimit = 15 * 60_000
/** Touches are recorded for other tabs at this interval (ms). */
const each = 1000

/** A user has just signed in. */
export const touchDevice = (): void => localStorage.setItem(name, String(Date.now()))
export const isLongUntouched = (): boolean => {
  const touched = localStorage.getItem(name)
  return touched !== null && Date.now() - Number(touched) >= idleLimit
}

/**
 * Reports each second how long (ms) nothing was touched, at once on a touch, and when the page becomes visible. A touch after
 * `limit` no longer counts: it may be another user's.
 * @returns the function to stop
 */
export function watchIdle(limit: number, tell: (idle: number) => void): () => void {
  let told = 0
  const idle = () => Date.now() - Number(localStorage.getItem(name))
  const touch = () => {
    const now = Date.now()
    if (now - told < each) return
    told = now
    if (idle() < limit) localStorage.setItem(name, String(now))
    tell(idle())
  }
  const look = () => tell(idle())
  touchDevice()
  for (const sign of signs) addEventListener(sign, touch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', look)
  const timer = setInterval(look, each)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    for (const sign of signs) removeEventListener(sign, touch, { capture: true })
  }
}
