import type { Block, Row } from '@sepakat/rules'
import { FieldLine } from './FieldLine.tsx'
import styles from './Row.module.css'

/** More questions than this are in columns, their labels above the field. */
const inLines = 6

/** The questions of a row. */
export function FieldLines({ row, block: { layout } }: { row: Row; block: Block }) {
  const fields = Object.keys(row.fields)
  const columns = layout === 'list' || fields.length > inLines
  return (
    <div className={columns ? styles.columns : undefined}>
      {fields.map(field => (
        <FieldLine key={field} row={row} field={field} block={columns} brief={layout === 'grid'} />
      ))}
    </div>
  )
}
