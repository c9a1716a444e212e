// How many writing requests are running: while there are any, the page does not reload by itself.
let count = 0

export const isWriting = (): boolean => count > 0

/** Returns the function to call when it ended. */
export function writeBegins(): () => void {
  count += 1
  return () => {
    count -= 1
  }
}
