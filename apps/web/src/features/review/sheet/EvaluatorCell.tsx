import type { Field, FieldId, FrozenRow } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { unitOf } from '@sepakat/rules/words/unitOf.ts'
import { CellFrame } from '#sheet/CellFrame.tsx'
import { fieldUiOf } from '#sheet/fields/fieldUiOf.ts'
import { useHeld } from '#sheet/useHeld.ts'
import { anchorOf } from '../model/placedRows.ts'
import { useReview } from '../ReviewContext.ts'
import styles from './EvaluatorCell.module.css'

/** An evaluator's cell: chosen or typed, and saved on choosing or on leaving it; a day, once it can be read. */
export function EvaluatorCell({ row, field, spec }: { row: FrozenRow; field: FieldId; spec: Field }) {
  const { evaluation } = useReview()
  const at = `${anchorOf(row.table, row.id)}/${field}`
  const held = useHeld(row.values[field], cell => evaluation?.set(at, cell))
  const unit = unitOf(spec, row.unit, row.values.unit) || null
  const set: typeof held.set = (cell, how) => {
    if (spec.type === 'date' && typeof cell === 'string') evaluation?.set(at, cell)
    return held.set(cell, how)
  }
  const { Editor } = fieldUiOf(spec)
  return (
    <div className={styles.cell}>
      <CellFrame at={at} unit={unit}>
        <Editor
          {...{ spec, unit }}
          door={{ ...held, set }}
          wires={{
            id: at,
            'aria-label': `${row.fields[field] ?? field}: ${row.label}`,
            maxLength: fieldTypeOf(spec).longest(spec),
          }}
        />
      </CellFrame>
    </div>
  )
}
