// How many requests that change something are under way: while there are any, the page is not loaded anew.
let count = 0

export const isWriting = (): boolean => count > 0

/** Gives the way to say that it ended. */
export function writeBegins(): () => void {
  count += 1
  return () => {
    count -= 1
  }
}
