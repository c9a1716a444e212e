import { useRef } from 'react'
import { useSignal } from '#sync/useSignal.ts'
import type { CellDoor } from '../fields/FieldUi.ts'
import type { FormStore } from './formStore.ts'

/** The cell at this pointer, for its editor. `onTyped`: the person has typed in it, and left it. */
export function useDoor(store: FormStore, at: string, onTyped?: () => void): CellDoor {
  const value = useSignal(store, `cell ${at}`, of => of.cell(at))
  const typed = useRef(false)
  return {
    value,
    set(cell, how) {
      typed.current ||= how?.typing === true
      store.set(at, cell, how)
      return store.cell(at)
    },
    settle(reading) {
      const changed = typed.current
      typed.current = false
      store.settle(at, reading)
      if (changed) onTyped?.()
    },
  }
}
