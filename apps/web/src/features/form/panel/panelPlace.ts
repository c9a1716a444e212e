import { useSyncExternalStore } from 'react'
import { useRoom } from '../rows/useNarrow.ts'

const setting = 'sepakat.panel'
const listeners = new Set<() => void>()

const isBeside = (): boolean => localStorage.getItem(setting) !== 'drawer'

/** Remembered on this device: wide tables want the room, other forms the panel. */
export function setBeside(beside: boolean): void {
  localStorage.setItem(setting, beside ? 'beside' : 'drawer')
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the panel of the row in hand stands beside the rows; else it is a drawer that is asked for. */
export function usePanelBeside(): { room: boolean; beside: boolean } {
  const room = useRoom()
  const wanted = useSyncExternalStore(subscribe, isBeside)
  return { room, beside: room && wanted }
}
