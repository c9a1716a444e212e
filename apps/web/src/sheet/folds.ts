import type { Signals } from '#sync/signals.ts'

/** Which rows are unfolded, as the user left them while the page is open. */
export interface Folds {
  on: Signals['on']
  /** Undefined where the user has done nothing. */
  isOpen(key: string): boolean | undefined
  setOpen(key: string, open: boolean): void
  /** All that the user did, another one after each change. */
  opened(): ReadonlyMap<string, boolean>
  /** Whether a table over levels began unfolded: decided when it is first shown, since it may grow under the hands of who fills it in. */
  beganOpen(table: string, decide: () => boolean): boolean
}

/** Tells `open <key>`, and of any of them `opened`. */
export function foldsOf({ on, emit }: Pick<Signals, 'on' | 'emit'>): Folds {
  let opened: ReadonlyMap<string, boolean> = new Map()
  const began = new Map<string, boolean>()
  return {
    on,
    isOpen: key => opened.get(key),
    setOpen(key, open) {
      if (opened.get(key) === open) return
      opened = new Map(opened).set(key, open)
      emit(`open ${key}`)
      emit('opened')
    },
    opened: () => opened,
    beganOpen(table, decide) {
      const known = began.get(table) ?? decide()
      began.set(table, known)
      return known
    },
  }
}
