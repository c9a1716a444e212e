import type { Block, Row } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { useOpen } from '../FormContext.ts'

/** Rows of a list longer than this start collapsed. */
const unfolded = 4

/** Whether a row is unfolded, and the setter. Only one that users added, one below the other, can be folded. */
export function useUnfolded({ table, id }: Row, { item, rows, layout }: Block): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useOpen(rowAt({ table, id }), rows.length <= unfolded)
  return [item === null || layout === 'list' || open, setOpen]
}

/** Under this key a line of a table over levels has below it what is asked beside the columns. */
export const moreKey = (row: string): string => `more ${row}`

export const useMore = ({ table, id }: Pick<Row, 'table' | 'id'>) => useOpen(moreKey(rowAt({ table, id })), false)
