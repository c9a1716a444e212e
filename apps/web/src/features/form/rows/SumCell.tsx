import type { Block, FieldId, Row } from '@sepakat/rules'
import type { FieldColumn } from '#sheet/Slots.ts'
import { cx } from '#ui/cx.ts'
import { useFigures } from '../FormContext.ts'
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
  const isSum = useFigures(row.id)?.some(figure => figure.code === code)
  return (
    <td className={cx(styles.num, styles.sum)}>
      {isSum && (
        <>
          <FigureCell codes={[code]} row={row.id} tool={tool} />
          <Coverage row={row} field={field} />
        </>
      )}
    </td>
  )
}

/** `Σ 3/4`: of how many answers it is the sum. */
function Coverage({ row, field }: { row: Row; field: FieldId }) {
  const counts = useFilled(row, field)
  if (!counts) return null
  const { filled, all } = counts
  return (
    <small className={styles.coverage}>
      <span aria-hidden="true" title={`Jumlah dari ${filled} isian; ${all} diminta`}>
        Σ {filled}/{all}
      </span>
      <span className="visually-hidden">
        jumlah dari {filled} isian; {all} diminta
      </span>
    </small>
  )
}
