import type { FrozenBlock } from '@sepakat/rules'
import { rowPointerOf } from '@sepakat/rules/pointers/pointer.ts'
import { placeAtEnd } from '#sheet/answers/placement.ts'
import { Button } from '#ui/Button.tsx'
import { useReview } from '../ReviewContext.ts'
import styles from './EvaluatorCell.module.css'

/** Adds a row to a list that the evaluator writes, and focuses its first field. */
export function AddRow({ block }: { block: FrozenBlock }) {
  const { evaluation } = useReview()
  function add(): void {
    if (!evaluation) return
    const ids = block.rows.map(({ id }) => id)
    const id = evaluation.addRow(block.table, placeAtEnd(evaluation.cells, block.table, ids, block.under))
    requestAnimationFrame(() =>
      document
        .getElementById(rowPointerOf(block.table, id))
        ?.querySelector<HTMLElement>('input, select, textarea')
        ?.focus(),
    )
  }
  return (
    <span className={styles.add}>
      <Button small icon="plus" onClick={add}>
        Tambah {block.title.toLowerCase()}
      </Button>
    </span>
  )
}
