import type { Field, FieldId, FrozenRow } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { cellAt } from '@sepakat/rules/pointers/pointer.ts'
import { unitOf } from '@sepakat/rules/words/unitOf.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { useDoor } from '#sheet/answers/useDoor.ts'
import { CellFrame } from '#sheet/CellFrame.tsx'
import { fieldUiOf } from '#sheet/fields/fieldUiOf.ts'
import { useSignal } from '#sync/useSignal.ts'
import { Button } from '#ui/Button.tsx'
import { useReview } from '../ReviewContext.ts'
import styles from './EvaluatorCell.module.css'

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

/** The grade that a figure proposes, where it is to be given: one press takes it. */
function Proposal({ store, row, at, code }: { store: FormStore; row: FrozenRow; at: string; code: string }) {
  const band = useReview()
    .sheet.read.figuresOf(row.id)
    .find(figure => figure.code === code)?.band
  const given = useSignal(store, `cell ${at}`, of => of.cell(at))
  if (!band) return <span className={styles.proposal}>Usulan menunggu semua kriteria dinilai.</span>
  if (given === band.id) return <span className={styles.proposal}>Sesuai usulan.</span>
  return (
    <Button
      small
      aria-label={`Pakai usulan ${band.label}: ${row.label}`}
      onClick={() => {
        store.set(at, band.id)
        store.settle(at)
        document.getElementById(at)?.focus()
      }}
    >
      Pakai usulan {band.label}
    </Button>
  )
}
