// What lives in this page alone, because the device takes nothing: while there is any, the page is not left by itself.
const holders = new Set<() => boolean>()

/** @param holds whether there is any now */
export const holdsPage = (holds: () => boolean): unknown => holders.add(holds)
export const isOnlyHere = (): boolean => [...holders].some(holds => holds())
