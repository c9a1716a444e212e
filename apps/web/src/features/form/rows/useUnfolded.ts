import type { Block, Row } from '@sepakat/rules'
import { rowKey } from '#sheet/answers/cells.ts'
import { useOpen } from '../FormContext.ts'

/** Rows of a list longer than this start collapsed. */
const unfolded = 4

/** Whether a row is unfolded, and the setter. Only one that users added, one below the other, can be folded. */
export function useUnfolded({ table, id }: Row, { item, rows, layout }: Block): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useOpen(rowKey({ table, row: id }), rows.length <= unfolded)
  return [item === null || layout === 'list' || open, setOpen]
}
