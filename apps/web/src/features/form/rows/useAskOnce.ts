import type { Block } from '@sepakat/rules'
import type { Column } from '@sepakat/rules/sheet/outline.ts'
import { useEffect, useRef } from 'react'
import { useOpen } from '../FormContext.ts'
import { useUnsure } from './askedOnce.ts'

/**
 * Whether the ambiguous numbers of a block are asked about together, and where. After a paste the question has the focus, unless
 * the user has gone on meanwhile: not its buttons, so that an Enter meant for the grid answers nothing.
 */
export function useAskOnce(block: Block, columns: readonly Column[]) {
  const count = useUnsure(block.rows, columns)
  const [each, setEach] = useOpen(`each ${block.table} ${block.under}`, false)
  const place = useRef<HTMLElement>(null)
  const pastedAt = useRef<Element | null>(null)
  useEffect(() => {
    if (count > 0 && pastedAt.current === document.activeElement) place.current?.focus()
    pastedAt.current = null
  }, [count])
  return {
    asks: count > 0 && !each,
    count,
    place,
    onEach: () => setEach(true),
    onPasted() {
      setEach(false)
      pastedAt.current = document.activeElement
    },
  }
}
