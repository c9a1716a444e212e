import type { Block, Row } from '@sepakat/rules'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import type { Column } from '@sepakat/rules/sheet/outline.ts'
import { createContext, useContext, useEffect, useRef } from 'react'
import { useForm, useKey, useOpen } from '../../FormContext.ts'
import { unsureAt, unsureIn } from '../../model/unsureNumbers.ts'

/** Whether the ambiguous numbers of this block are asked about once, above all its cells. */
export const AskedOnce = createContext(false)

/** From how many on they are asked about together. */
const several = 2

/** How many cells of the block have a text with two readings; 0 where a single one is asked about beside it. */
function useUnsure(rows: readonly Row[], columns: readonly Column[]): number {
  // counted once for an evaluation, not each time that the table is drawn: it is while it scrolls
  const known = useRef<{ of: readonly unknown[]; count: number }>(undefined)
  const count = useKey('evaluated', store => {
    const of = [store.evaluated(), rows, columns]
    if (known.current?.of.every((one, at) => one === of[at])) return known.current.count
    known.current = { of, count: unsureIn(store, rows, columns).length }
    return known.current.count
  })
  return count < several ? 0 : count
}

/** Whether the question about a cell is asked for its whole block. */
export function useIsAskedOnce(row: Row, columns: readonly Column[]): (field: string) => boolean {
  const asked = useContext(AskedOnce)
  const { store } = useForm()
  return field => {
    const column = columns.find(one => one.field === field)
    const at = cellAt(row, field)
    if (!asked || !column || store.stuck(at)) return false
    return (
      unsureAt(store, row, column) !== null && store.findingsAt(at)?.every(({ code }) => code === 'unread') === true
    )
  }
}

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
