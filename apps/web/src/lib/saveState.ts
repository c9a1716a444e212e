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
const states = new Map<string, SaveState>()
let state = nothing
const listeners = new Set<() => void>()

/** Told by each that keeps something unsent, under a name of its own; the head of every page shows the sum. */
export function setSaveState(source: string, next: Partial<SaveState>): void {
  states.set(source, { ...nothing, ...next })
  const sum = { ...nothing }
  for (const one of states.values()) {
    sum.waiting += one.waiting
    sum.sending += one.sending
    sum.stuck += one.stuck
    sum.onPage += one.onPage
  }
  if ((Object.keys(sum) as (keyof SaveState)[]).every(key => sum[key] === state[key])) return
  state = sum
  for (const listener of listeners) listener()
}

/** Called back whenever there is more or less of it. */
export function onSaveState(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSaveState = (): SaveState => useSyncExternalStore(onSaveState, () => state)
