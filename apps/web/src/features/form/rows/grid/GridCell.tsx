import type { Block, Row } from '@sepakat/rules'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import type { Column } from '@sepakat/rules/sheet/outline.ts'
import { spanOf } from '#sheet/Slots.ts'
import { Cell } from '../../cells/Cell.tsx'
import { useForm } from '../../FormContext.ts'
import { EarlierValue } from '../EarlierValue.tsx'
import styles from '../Filled.module.css'
import { useAllowed, useUnit } from '../useRowField.ts'
import { nameId } from '../useRowName.ts'

interface Props {
  row: Row
  block: Block
  column: Column
}

/** One answer in its column, and beside it that of the previous period. */
export function GridCell(props: Props) {
  const { row, column } = props
  if (!(column.field in row.fields)) return <td colSpan={spanOf([column])} className={styles.nothing} />
  return <Asked {...props} />
}

function Asked({ row, block, column: { field, spec, label, earlier } }: Props) {
  const form = useForm()
  const at = cellAt(row, field)
  const unit = useUnit(row, spec)
  const allowed = useAllowed(row, spec)
  const words = row.fields[field]
  const differs = words !== undefined && words !== label
  const { tree } = form.kind
  const inTree = tree?.tables.includes(row.table) === true
  // in a table over levels a unit that is asked has a column of its own
  const shown = inTree && spec.type === 'measure' && 'unit' in row.fields ? null : unit
  const head = `${inTree ? `${tree.tables[0]}/` : `${block.table}/${block.under ?? ''}`}:${field}`
  return (
    <>
      <td>
        {differs && (
          <span id={`${at}:label`} className={styles.words}>
            {words}
          </span>
        )}
        <Cell
          {...{ at, spec, allowed, field }}
          unit={allowed.steps ? null : shown}
          table={row.table}
          row={row.id}
          labelledBy={`${nameId(row)} ${differs ? `${at}:label` : head}`}
        />
        {inTree && form.earlier && <EarlierValue {...{ row, field, spec, allowed }} earlier={form.earlier} />}
      </td>
      {earlier && (
        <td className={styles.earlier}>
          {form.earlier && <EarlierValue {...{ row, field, spec, allowed }} earlier={form.earlier} brief />}
        </td>
      )}
    </>
  )
}
