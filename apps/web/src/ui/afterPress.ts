/** On touch screens focus moves only after the finger is lifted, and its click follows at once (ms). */
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
 * Runs the work at once; during a press, after its click. A message that appears on leaving a field pushes down what is below it:
 * the button that was pressed would move away before the press ends, and its click would be lost.
 */
export function afterPress(work: () => void): void {
  if (pressing) waiting.push(work)
  else work()
}
