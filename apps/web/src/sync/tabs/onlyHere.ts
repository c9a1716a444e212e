// Data that exists in this page only, because the device cannot store it: while there is any, the page does not reload by itself.
const holders = new Set<() => boolean>()

/** @param holds whether there is any now */
export const holdsPage = (holds: () => boolean): unknown => holders.add(holds)
export const isOnlyHere = (): boolean => [...holders].some(holds => holds())

let closing = false
/** Whether the application itself reloads the page: no confirmation is shown. */
export const isClosing = (): boolean => closing
/** Loads another page, or reloads this one, which empties its memory: what is in flight is on the device too. */
export function leavePage(to?: string): void {
  closing = !isOnlyHere()
  if (to === undefined) location.reload()
  else location.assign(to)
}
