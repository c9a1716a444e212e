import type { FieldId, FrozenRow } from '@sepakat/rules'
import { answerIn } from '@sepakat/rules/sheet/answerIn.ts'
import { ArchiveTag } from '#ui/Tag.tsx'
import { CellView } from './CellView.tsx'
import styles from './Read.module.css'
import { useReadForm } from './ReadFormContext.ts'

/** One answer of a frozen form; in place of an empty one what its figures took from the previous period. */
export function AnswerView({ row, field, nothing }: { row: FrozenRow; field: FieldId; nothing?: string }) {
  const answer = answerIn(useReadForm(), row, field)
  const { before } = answer
  if (!before) return <CellView {...answer} nothing={nothing ?? answer.nothing} />
  return (
    <>
      {before.text} <span className={styles.quiet}>({before.from})</span> {before.archive && <ArchiveTag />}
    </>
  )
}
