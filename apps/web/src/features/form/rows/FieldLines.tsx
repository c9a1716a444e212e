import type { Block, Field, FieldId, Row } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { cx } from '#ui/cx.ts'
import { Cell } from '../cells/Cell.tsx'
import { CellNotes } from '../cells/CellNotes.tsx'
import { useCell, useForm, useWritable } from '../FormContext.ts'
import { EarlierValue } from './EarlierValue.tsx'
import styles from './FieldLines.module.css'
import { Optional } from './Optional.tsx'
import rowStyles from './Row.module.css'
import { mayBeEmpty, useAllowed, useUnit } from './useRowField.ts'

/** More questions than this are in columns, their labels above the field. */
const inLines = 6

/** The questions of a row. */
export function FieldLines({
  row,
  block: { layout },
  fields = Object.keys(row.fields),
}: {
  row: Row
  block: Block
  /** Those of them to draw. */
  fields?: readonly FieldId[]
}) {
  const columns = layout === 'list' || fields.length > inLines
  return (
    <div className={columns ? rowStyles.columns : undefined}>
      {fields.map(field => (
        <FieldLine key={field} row={row} field={field} block={columns} brief={layout === 'grid'} />
      ))}
    </div>
  )
}

interface FieldLineProps {
  row: Row
  field: FieldId
  /** The label above the field, for rows of many questions. */
  block?: boolean
  /** One of many rows with the same questions: their help is shown once, beside the current row. */
  brief?: boolean
}

/** One question of a row: its label, the field, and the answer of the previous period. */
function FieldLine({ row, field, block, brief }: FieldLineProps) {
  const { kind } = useForm()
  const spec = kind.tables[row.table]?.fields[field]
  const unwritten = useUnwritten(cellAt(row, field), spec)
  if (!spec || unwritten) return null
  return <Line {...{ row, field, spec, block, brief }} />
}

/** An evaluator's cell is nothing to an office before it is written. */
function useUnwritten(at: string, spec: Field | undefined): boolean {
  const writable = useWritable(at, spec?.writer)
  const empty = useCell(at) === undefined
  return spec?.writer === 'evaluator' && !writable && empty
}

function Line({ row, field, spec, block, brief }: FieldLineProps & { spec: Field }) {
  const { earlier } = useForm()
  const at = cellAt(row, field)
  const unit = useUnit(row, spec)
  const allowed = useAllowed(row, spec)
  const type = fieldTypeOf(spec)
  const wide = type.room(spec) > 120
  const short = brief && type.numeric
  const help = brief ? undefined : spec.help
  return (
    <div
      className={cx(block ? styles.block : styles.line, wide && styles.wide, short && styles.short)}
      data-earlier={earlier ? true : undefined}
    >
      <span className={styles.words}>
        <label htmlFor={at} className={styles.label}>
          {row.fields[field]}
          {mayBeEmpty(row, field, spec) && spec.type !== 'boolean' && <Optional />}
        </label>
        {help && (
          <span id={`${at}:hint`} className={styles.hint}>
            {help}
          </span>
        )}
      </span>
      <span className={styles.field}>
        <Cell
          {...{ at, spec, allowed, field }}
          unit={allowed.steps ? null : unit}
          table={row.table}
          row={row.id}
          {...(help && { hintId: `${at}:hint` })}
        />
      </span>
      {earlier && (
        <span className={styles.earlier}>
          <EarlierValue {...{ row, field, spec, allowed, earlier }} />
        </span>
      )}
      <div className={styles.notes}>
        <CellNotes at={at} spec={spec} states={row.states} />
      </div>
    </div>
  )
}
