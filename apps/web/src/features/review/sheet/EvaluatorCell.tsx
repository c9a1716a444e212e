import type { Field, FieldId, FrozenRow } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { unitOf } from '@sepakat/rules/words/unitOf.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { useDoor } from '#sheet/answers/useDoor.ts'
import { CellFrame } from '#sheet/CellFrame.tsx'
import { fieldUiOf } from '#sheet/fields/fieldUiOf.ts'
import { useSignal } from '#sync/useSignal.ts'
import styles from './EvaluatorCell.module.css'
import { Proposal } from './Proposal.tsx'

export interface EvaluatorCellProps {
  store: FormStore
  row: FrozenRow
  field: FieldId
  spec: Field
}

/** An evaluator's cell, in the store of answers as an office's is. */
export function EvaluatorCell({ store, row, field, spec }: EvaluatorCellProps) {
  const at = cellAt(row, field)
  const door = useDoor(store, at)
  const mark = useSignal(store, `cell ${at}`, of => of.mark(at))
  const refused = useSignal(store, `cell ${at}`, of => of.stuck(at)?.refusal)
  const unit = unitOf(spec, row.unit, row.values.unit) || null
  const { Editor } = fieldUiOf(spec)
  return (
    <div className={styles.cell}>
      <CellFrame at={at} unit={unit} mark={mark === 'saved' ? undefined : mark}>
        <Editor
          {...{ spec, unit, door }}
          wires={{
            id: at,
            'aria-label': `${row.fields[field] ?? field}: ${row.label}`,
            'aria-describedby': refused && `${at}:notes`,
            maxLength: fieldTypeOf(spec).longest(spec),
          }}
        />
      </CellFrame>
      {spec.proposed && <Proposal {...{ store, row, at }} code={spec.proposed} />}
      {refused && (
        <p id={`${at}:notes`} className={styles.refused}>
          {refused.result === 'bad-shape' ? refused.message : 'Isian Anda di sini belum tersimpan.'}
        </p>
      )}
    </div>
  )
}
