import type { Cell } from '@sepakat/rules'
import { useRef, useState } from 'react'
import type { CellDoor } from './fields/FieldUi.ts'

/** A cell of a store that sends each change at once: what is being typed is held here until the person leaves it. */
export function useHeld(value: Cell | undefined, save: (cell: Cell | null) => void): CellDoor {
  const [held, setHeld] = useState<{ cell: Cell | null } | null>(null)
  const now = useRef(held)
  const hold = (next: typeof held) => {
    now.current = next
    setHeld(next)
  }
  return {
    value: held ? (held.cell ?? undefined) : value,
    set(cell, how) {
      if (how?.typing) hold({ cell })
      else {
        hold(null)
        save(cell)
      }
      return cell ?? undefined
    },
    settle() {
      const last = now.current
      hold(null)
      if (last) save(last.cell)
    },
  }
}
