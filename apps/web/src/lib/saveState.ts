import { useSyncExternalStore } from 'react'

/** What is not on the server yet: `waiting` changes will be sent, `stuck` ones need a person (conflict, locked, wrong). */
export interface SaveState {
  waiting: number
  stuck: number
}

const none: SaveState = { waiting: 0, stuck: 0 }
const parts = { edits: none, files: none }
let state = none
const listeners = new Set<() => void>()

/** Told by whoever keeps an outbox; the head of every page shows them together. */
export function setSaveState(own: SaveState, of: keyof typeof parts = 'edits'): void {
  parts[of] = own
  const { edits, files } = parts
  const next = { waiting: edits.waiting + files.waiting, stuck: edits.stuck + files.stuck }
  if (next.waiting === state.waiting && next.stuck === state.stuck) return
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSaveState = (): SaveState => useSyncExternalStore(subscribe, () => state)
