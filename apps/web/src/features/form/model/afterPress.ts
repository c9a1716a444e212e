/** A tap moves the focus only after the finger has gone, and its click comes at once after that (ms). */
const tap = 400

let pressing = false
let waiting: (() => void)[] = []
let timer: ReturnType<typeof setTimeout> | undefined

function release(): void {
  pressing = false
  const works = waiting
  waiting = []
  for (const work of works) work()
}
function releaseIn(ms: number): void {
  clearTimeout(timer)
  timer = setTimeout(release, ms)
}
addEventListener(
  'pointerdown',
  () => {
    clearTimeout(timer)
    pressing = true
  },
  true,
)
addEventListener('click', () => releaseIn(0), true)
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => releaseIn(tap), true)

/**
 * Runs the work at once; while something is being pressed, after the click that comes of it. What is said of a field on leaving
 * it pushes down whatever stands below: the button one leaves it for would be gone before the press ends, and do nothing.
 */
export function afterPress(work: () => void): void {
  if (pressing) waiting.push(work)
  else work()
}
