import type { FrozenSection } from '@sepakat/rules'
import { unjudged } from '@sepakat/rules/sheet/unjudged.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { useReview } from '../ReviewContext.ts'
import styles from './EvaluatorCell.module.css'

/** One press answers as the office did wherever the evaluator has not answered yet, as one step to undo; what differs is changed then. */
export function TakeOver({ sections, of }: { sections: readonly FrozenSection[]; of: string }) {
  const { evaluation, sheet } = useReview()
  if (!evaluation) return null
  const open = sections.flatMap(({ blocks }) => unjudged(sheet.read.kind, blocks))
  if (open.length === 0) return null
  function take(): void {
    const left = open.filter(([at]) => evaluation?.cell(at) === undefined)
    evaluation?.atOnce(() => {
      for (const [at, answer] of left) evaluation.set(at, answer)
    })
    announce(`${left.length} jawaban perangkat daerah diambil. Ubah yang berbeda.`)
  }
  return (
    <span className={styles.add}>
      <Button
        small
        icon="check"
        onClick={take}
        title="Hanya ke isian Anda yang masih kosong; ubah yang berbeda sesudahnya"
      >
        Ambil {open.length} jawaban perangkat daerah
        <span className="visually-hidden"> pada {of}</span>
      </Button>
    </span>
  )
}
