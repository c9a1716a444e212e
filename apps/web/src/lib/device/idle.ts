// For how long nobody has touched this device, in whichever tab. By the clock of the wall: a laptop that slept was not touched.
const name = 'sepakat.touched'
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const
/** Every computer is taken for one that others use too: untouched for so long (ms) it locks. */
export const idleLimit = 15 * 60_000
/** So often (ms) it is told, and written down for other tabs. */
const each = 1000

/** Somebody has just come in. */
export const touchDevice = (): void => localStorage.setItem(name, String(Date.now()))
export const isLongUntouched = (): boolean => {
  const touched = localStorage.getItem(name)
  return touched !== null && Date.now() - Number(touched) >= idleLimit
}

/**
 * Tells each second for how long (ms) nothing was touched, at once when something is, and when the page is seen again. A touch after
 * `limit` no longer counts: it may be somebody else's.
 * @returns the way to stop
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
