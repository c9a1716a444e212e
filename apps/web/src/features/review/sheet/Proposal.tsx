import type { FrozenRow } from '@sepakat/rules'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { useSignal } from '#sync/useSignal.ts'
import { Button } from '#ui/Button.tsx'
import { useReview } from '../ReviewContext.ts'
import styles from './EvaluatorCell.module.css'

/** The grade that a figure proposes, where it is to be given: one press takes it. */
export function Proposal({ store, row, at, code }: { store: FormStore; row: FrozenRow; at: string; code: string }) {
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
