// A report's unsent changes are sent by the windows that have it open, else by one window for all: never by both, since the
// next change must know the base of the last one sent. Browsers release a lock when its window dies.
const nameOf = (key: string): string => `sepakat.form ${key}`
/** Another sender is not waited for longer than this (ms): changes carry ids, so a repeated one does no harm. */
const timeoutMs = 3000

/** `alone` settles when only open forms send this report. `key`: person and report. */
export function openFormLock(key: string): { alone: Promise<unknown>; letGo: () => void } {
  const { locks } = navigator
  if (!locks) return { alone: Promise.resolve(), letGo: () => {} }
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  const taken = new Promise<void>(resolve => {
    void locks.request(nameOf(key), { mode: 'shared' }, () => {
      resolve()
      return held
    })
  })
  return { alone: Promise.race([taken, new Promise(resolve => setTimeout(resolve, timeoutMs))]), letGo }
}

/** Does the work unless a window has this report open, or another is doing it. */
export async function whileNotOpen(key: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(nameOf(key), { ifAvailable: true }, async lock => {
    if (lock) await work()
  })
}

/** Does the work in one window of this browser at a time. Returns false where another is doing it. */
export const inOneWindow = (work: () => Promise<void>): Promise<boolean> =>
  navigator.locks.request('sepakat.sending', { ifAvailable: true }, async lock => {
    if (lock) await work()
    return lock !== null
  })
