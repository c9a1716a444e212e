import type { Block, Row } from '@sepakat/rules'
import type { FieldColumn } from '#sheet/Slots.ts'
import { cx } from '#ui/cx.ts'
import { FigureCell } from '../figures/FigureCell.tsx'
import { useTool } from '../useTool.ts'
import styles from './Filled.module.css'
import { useFilled } from './useFilled.ts'

/** In the place of a field that is asked further below: the sum, and of how many answers. */
export function SumCell({
  row,
  column: { field },
  code,
}: {
  row: Row
  block: Block
  column: FieldColumn
  code: string
}) {
  const tool = useTool(row)
  const filled = useFilled(row, field)
  return (
    <td className={cx(styles.num, styles.sum)}>
      <FigureCell codes={[code]} row={row.id} tool={tool} />
      {filled && <Coverage {...filled} />}
    </td>
  )
}

/** `Σ 3/4`: of how many answers it is the sum. */
const Coverage = ({ filled, all }: { filled: number; all: number }) => (
  <small className={styles.coverage} data-part={filled < all || undefined}>
    <span aria-hidden="true" title={`Jumlah dari ${filled} isian; ${all} diminta`}>
      Σ {filled}/{all}
    </span>
    <span className="visually-hidden">
      jumlah dari {filled} isian; {all} diminta
    </span>
  </small>
)
