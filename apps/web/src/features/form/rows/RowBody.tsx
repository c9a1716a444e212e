import type { Row } from '@sepakat/rules'
import { useForm } from '../FormContext.ts'
import { FigureLines, useShownFigures } from '../figures/FigureLines.tsx'
import { FieldLine } from './FieldLine.tsx'
import styles from './Row.module.css'
import { RowFindings } from './RowFindings.tsx'
import { StateReasons, useDeclared } from './StateField.tsx'
import { SubBlocks } from './SubBlocks.tsx'
import { pointerIn } from './useRowField.ts'

/** The questions of a row, its figures and child tables; in a declared state, only the reasons for it. */
export function RowBody({
  row,
  level,
  columns,
  brief = false,
}: {
  row: Row
  level: number
  columns: boolean
  /** One of many rows with the same questions. */
  brief?: boolean
}) {
  const { kind } = useForm()
  const declared = useDeclared(row)
  const fields = Object.keys(row.fields)
  const figures = useShownFigures(
    row.id,
    fields.map(field => pointerIn(row, field)),
  )
  // A row per row of another table shares its id; figures are with the other.
  const own = kind.tables[row.table]?.rows.from !== 'each'
  if (declared)
    return (
      <>
        <StateReasons row={row} />
        <RowFindings row={row} />
      </>
    )
  return (
    <>
      <div className={columns ? styles.columns : undefined}>
        {fields.map(field => (
          <FieldLine key={field} row={row} field={field} block={columns} brief={brief} />
        ))}
      </div>
      <RowFindings row={row} />
      {own && <FigureLines figures={figures} brief={brief} />}
      <SubBlocks row={row} level={level} />
    </>
  )
}
