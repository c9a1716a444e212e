import type { Block, Row } from '@sepakat/rules'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { memo } from 'react'
import { Cell } from '../cells/Cell.tsx'
import { useForm } from '../FormContext.ts'
import { FigureCell } from '../figures/FigureCell.tsx'
import { EarlierValue } from './EarlierValue.tsx'
import styles from './GridRow.module.css'
import { type FieldColumn, spanOf } from './gridColumns.ts'
import rowStyles from './Row.module.css'
import { RowBelow } from './RowBelow.tsx'
import { RowCautions, RowWords } from './RowHead.tsx'
import { RowTools } from './RowTools.tsx'
import { useDeclared } from './StateField.tsx'
import { useRowDrops } from './useRowDrops.ts'
import { pointerIn, useAllowed, useUnit } from './useRowField.ts'
import { useRowName } from './useRowName.ts'

export interface GridRowProps {
  row: Row
  index: number
  block: Block
  columns: readonly FieldColumn[]
  codes: readonly string[]
  width: number
  level: number
  measure: (element: Element | null) => void
}

/** One row of a grid, with its messages below. While a long table scrolls, rows that stay are not rerendered. */
export const GridRow = memo(function GridRow({
  row,
  index,
  block,
  columns,
  codes,
  width,
  level,
  measure,
}: GridRowProps) {
  const id = `${row.table}/${row.id}`
  const name = useRowName(row)
  const declared = useDeclared(row)
  const { handle, place } = useRowDrops(block, row)
  return (
    <tbody ref={measure} data-index={index} className={rowStyles.row} {...place}>
      <tr aria-rowindex={index + 2} className={styles.row}>
        <th scope="row" className={styles.head}>
          <span id={`${id}:name`}>
            <RowWords row={row} label={name} />
          </span>
          <RowCautions row={row} />
        </th>
        {declared ? (
          <td colSpan={spanOf(columns)} className={styles.declared}>
            {stateLabels[declared]}
          </td>
        ) : (
          columns.map(column =>
            column.field in row.fields ? (
              <GridCell key={column.field} {...{ row, column, block }} rowId={id} />
            ) : (
              <td key={column.field} colSpan={spanOf([column])} className={styles.nothing} />
            ),
          )
        )}
        {codes.map(code => (
          <td key={code} className={styles.figure}>
            <FigureCell code={code} row={row.id} />
          </td>
        ))}
        <td className={styles.tools}>
          <RowTools {...{ block, row, name, handle }} labelledBy={`${id}:name`} brief />
        </td>
      </tr>
      <RowBelow {...{ row, columns, codes, width, level }} />
    </tbody>
  )
})

function GridCell({
  row,
  column: { field, spec, label, earlier },
  block,
  rowId,
}: {
  row: Row
  column: FieldColumn
  block: Block
  rowId: string
}) {
  const form = useForm()
  const at = pointerIn(row, field)
  const unit = useUnit(row, spec)
  const allowed = useAllowed(row, spec)
  const words = row.fields[field]
  const differs = words !== undefined && words !== label
  return (
    <>
      <td className={styles.cell}>
        {differs && (
          <span id={`${at}:label`} className={styles.words}>
            {words}
          </span>
        )}
        <Cell
          {...{ at, spec, allowed, field }}
          unit={allowed.steps ? null : unit}
          table={row.table}
          row={row.id}
          labelledBy={`${rowId}:name ${differs ? `${at}:label` : `${block.table}/${block.under ?? ''}:${field}`}`}
        />
      </td>
      {earlier && (
        <td className={styles.earlier}>
          {form.earlier && <EarlierValue {...{ row, field, spec, allowed }} earlier={form.earlier} brief />}
        </td>
      )}
    </>
  )
}
