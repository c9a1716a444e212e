// What the next start renders first, never who the user is (the cookie itself is unreadable): the pages, the sign-in page, or the
// sign-in page of a locked screen, from which this user continues where he or she was.
const name = 'sepakat.signed-in'
const lockedBy = 'locked:'

export const wasSignedIn = (): boolean => localStorage.getItem(name) === 'yes'
export const rememberSignedIn = (): void => localStorage.setItem(name, 'yes')
export const forgetSignedIn = (): void => localStorage.removeItem(name)
export const rememberLocked = (person: string): void => localStorage.setItem(name, `${lockedBy}${person}`)

/** The id of the user whose screen is locked here; null for none. */
export const lockedFor = (): string | null => {
  const hint = localStorage.getItem(name) ?? ''
  return hint.startsWith(lockedBy) ? hint.slice(lockedBy.length) : null
}
