import { useSyncExternalStore } from 'react'

/**
 * What is not on the server yet: `waiting` changes will be sent, of which `sending` are on their way; `stuck` ones need a person
 * (conflict, locked, wrong); `onPage` are lost if the page is closed, since the device takes no more.
 */
export interface SaveState {
  waiting: number
  sending: number
  stuck: number
  onPage: number
}

const nothing: SaveState = { waiting: 0, sending: 0, stuck: 0, onPage: 0 }
/** What an earlier visit left on this device: before both have looked, nobody knows whether all is saved. */
const leftBehind = ['other reports', 'files']
const states = new Map<string, SaveState>()
let state = { ...nothing, counted: false }
const listeners = new Set<() => void>()

/** Told by each that keeps something unsent, under a name of its own; the head of every page shows the sum. Null: it looks no more. */
export function setSaveState(source: string, next: Partial<SaveState> | null): void {
  if (next) states.set(source, { ...nothing, ...next })
  else states.delete(source)
  const sum = { ...nothing, counted: leftBehind.every(one => states.has(one)) }
  for (const one of states.values()) {
    sum.waiting += one.waiting
    sum.sending += one.sending
    sum.stuck += one.stuck
    sum.onPage += one.onPage
  }
  if ((Object.keys(sum) as (keyof typeof sum)[]).every(key => sum[key] === state[key])) return
  state = sum
  for (const listener of listeners) listener()
}

/** Called back whenever there is more or less of it. */
export function onSaveState(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** `counted`: what is on this device is known to the last. */
export const useSaveState = (): SaveState & { counted: boolean } => useSyncExternalStore(onSaveState, () => state)
