import { useSyncExternalStore } from 'react'

/** What is not on the server yet: `waiting` changes will be sent, `stuck` ones need a person (conflict, locked, wrong). */
export interface SaveState {
  waiting: number
  stuck: number
}

let state: SaveState = { waiting: 0, stuck: 0 }
const listeners = new Set<() => void>()

/** Told by whoever keeps an outbox; the head of every page shows it. */
export function setSaveState(next: SaveState): void {
  if (next.waiting === state.waiting && next.stuck === state.stuck) return
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSaveState = (): SaveState => useSyncExternalStore(subscribe, () => state)
