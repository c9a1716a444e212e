// What lives in this page alone, because the device takes nothing: while there is any, the page is not left by itself.
const holders = new Set<() => boolean>()

/** @param holds whether there is any now */
export const holdsPage = (holds: () => boolean): unknown => holders.add(holds)
export const isOnlyHere = (): boolean => [...holders].some(holds => holds())

let closing = false
/** Whether the page goes by itself: nobody is asked whether to leave it. */
export const isClosing = (): boolean => closing
/** Loads another page, or this one anew, which empties its memory: what is on its way is on the device too. */
export function leavePage(to?: string): void {
  closing = !isOnlyHere()
  if (to === undefined) location.reload()
  else location.assign(to)
}
