import type { Field, FieldId, Row } from '@sepakat/rules'
import { cx } from '../../../ui/cx.ts'
import { Cell } from '../cells/Cell.tsx'
import { CellNotes } from '../cells/CellNotes.tsx'
import { useForm } from '../FormContext.ts'
import { EarlierValue } from './EarlierValue.tsx'
import styles from './FieldLine.module.css'
import { mayBeEmpty, pointerIn, useAllowed, useNamedRows, useUnit } from './useRowField.ts'

/** One question of a row: its words, the field, and what was answered the period before. */
export function FieldLine({ row, field, block }: { row: Row; field: FieldId; block?: boolean }) {
  const { kind } = useForm()
  const spec = kind.tables[row.table]?.fields[field]
  if (!spec) return null
  return <Line {...{ row, field, spec, block }} />
}

function Line({ row, field, spec, block }: { row: Row; field: FieldId; spec: Field; block: boolean | undefined }) {
  const { earlier } = useForm()
  const at = pointerIn(row, field)
  const unit = useUnit(row, spec)
  const steps = useAllowed(row, spec)
  const named = useNamedRows(spec)
  const allowed = spec.type === 'measure' ? steps : named
  const wide = spec.type === 'prose' || (spec.type === 'text' && (spec.max ?? 4000) > 120)
  return (
    <div
      className={cx(block ? styles.block : styles.line, wide && styles.wide)}
      data-earlier={earlier ? true : undefined}
    >
      <span className={styles.words}>
        <label htmlFor={at} className={styles.label}>
          {row.fields[field]}
          {mayBeEmpty(row, field, spec) && spec.type !== 'boolean' && (
            <span className={styles.optional}> (boleh kosong)</span>
          )}
        </label>
        {spec.help && (
          <span id={`${at}:hint`} className={styles.hint}>
            {spec.help}
          </span>
        )}
      </span>
      <span className={styles.field}>
        <Cell
          {...{ at, spec, allowed, field }}
          unit={allowed.steps ? null : unit}
          table={row.table}
          row={row.id}
          {...(spec.help && { hintId: `${at}:hint` })}
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
