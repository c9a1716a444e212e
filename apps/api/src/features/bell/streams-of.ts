const most = 12
const open = new Map<string, number>()

/** The streams that one person has open in this process: a page that runs wild does not take the others' place. */
export const streamsOf = (person: string) => {
  const count = () => open.get(person) ?? 0
  return {
    full: (): boolean => count() >= most,
    /** Gives the way to leave. */
    enter: (): (() => void) => {
      open.set(person, count() + 1)
      return () => {
        if (count() > 1) open.set(person, count() - 1)
        else open.delete(person)
      }
    },
  }
}
