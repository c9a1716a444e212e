import type { FieldId, FrozenRow } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { answerIn } from '@sepakat/rules/sheet/answerIn.ts'
import { CellView } from '#sheet/CellView.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { useReview } from '../ReviewContext.ts'
import { EvaluatorCell } from './EvaluatorCell.tsx'
import { isEvaluators } from './fieldsOf.ts'
import styles from './Value.module.css'

/** One submitted answer, and its value in the previous revision where that differs. `bare`: without its unit, which is said beside it. */
export function Value({ row, field, bare = false }: { row: FrozenRow; field: FieldId; bare?: boolean }) {
  const { sheet, evaluation } = useReview()
  const answer = answerIn(sheet.read, row, field)
  const { spec } = answer
  if (evaluation && spec && isEvaluators(spec)) return <EvaluatorCell store={evaluation} {...{ row, field, spec }} />
  const from = sheet.changes.rows.get(rowAt(row))?.from
  return (
    <>
      <CellView {...answer} unit={bare ? '' : answer.unit} nothing="kosong" />
      {from?.has(field) && <From text={sheet.read.names.cell(row.table, row.id, field, from.get(field))} />}
    </>
  )
}

const short = 90

/** The old value: with a word and a sign, so that it is readable without colour. */
export function From({ text }: { text: string }) {
  const { changedOnly } = useReview()
  if (text.length > short)
    return (
      <details className={styles.long} open={changedOnly}>
        <summary>
          <Icon name="compare" size={14} /> berubah; lihat yang sebelumnya
        </summary>
        <p>{text}</p>
      </details>
    )
  return (
    <span className={styles.from}>
      <Icon name="compare" size={14} /> {text === '' ? 'sebelumnya kosong' : `sebelumnya ${text}`}
    </span>
  )
}
