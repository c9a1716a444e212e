import type { Row } from '@sepakat/rules'
import type { Column } from '@sepakat/rules/sheet/outline.ts'
import { createContext, useContext } from 'react'
import { useForm, useKey } from '../FormContext.ts'
import { unsureAt, unsureIn } from '../model/unsureNumbers.ts'
import { pointerIn } from './useRowField.ts'

/** Whether the ambiguous numbers of this block are asked about once, above all its cells. */
export const AskedOnce = createContext(false)

/** From how many on they are asked about together. */
const several = 2

/** How many cells of the block have a text with two readings; 0 where a single one is asked about beside it. */
export function useUnsure(rows: readonly Row[], columns: readonly Column[]): number {
  const count = useKey('evaluated', store => unsureIn(store, rows, columns).length)
  return count < several ? 0 : count
}

/** Whether the question about a cell is asked for its whole block. */
export function useIsAskedOnce(row: Row, columns: readonly Column[]): (field: string) => boolean {
  const asked = useContext(AskedOnce)
  const { store } = useForm()
  return field => {
    const column = columns.find(one => one.field === field)
    const at = pointerIn(row, field)
    if (!asked || !column || store.stuck(at)) return false
    return (
      unsureAt(store, row, column) !== null && store.findingsAt(at)?.every(({ code }) => code === 'unread') === true
    )
  }
}
