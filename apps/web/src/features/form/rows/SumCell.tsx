import type { Block, Row } from '@sepakat/rules'
import type { Column } from '@sepakat/rules/sheet/outline.ts'
import { cx } from '#ui/cx.ts'
import { FigureOfRow } from '../figures/FigureOfRow.tsx'
import styles from './Filled.module.css'

interface Props {
  row: Row
  block: Block
  column: Column
  code: string
}

/** In the place of a field that is asked further below: the sum. */
export const SumCell = ({ row, code }: Props) => (
  <td className={cx(styles.num, styles.sum)}>
    <FigureOfRow row={row} codes={[code]} />
  </td>
)
