// Whether someone was signed in here last: chooses what to draw first, never who someone is. The cookie itself is unreadable.
const name = 'sepakat.signed-in'

export const wasSignedIn = (): boolean => localStorage.getItem(name) === 'yes'
export const rememberSignedIn = (): void => localStorage.setItem(name, 'yes')
export const forgetSignedIn = (): void => localStorage.removeItem(name)
