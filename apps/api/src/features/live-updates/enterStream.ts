const most = 12
const open = new Map<string, Set<() => void>>()

/**
 * Counts the streams that one person has open in this process, and ends the oldest where there are more than twelve: a line that
 * broke leaves a stream behind that nothing tells of for a quarter of an hour, and must not shut the person out. Gives the way to leave.
 */
export const enterStream = (person: string, end: () => void): (() => void) => {
  const own = open.get(person) ?? new Set()
  open.set(person, own.add(end))
  const [oldest] = own
  if (own.size > most && oldest) {
    own.delete(oldest)
    oldest()
  }
  return () => {
    own.delete(end)
    if (own.size === 0 && open.get(person) === own) open.delete(person)
  }
}
