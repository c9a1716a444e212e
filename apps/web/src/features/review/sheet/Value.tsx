import type { Cell, FieldId, FrozenRow } from '@sepakat/rules'
import { isDecimal } from '@sepakat/rules/numbers/decimal.ts'
import { unitInRow } from '@sepakat/rules/words/unitOf.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { Markdown } from '#ui/Markdown.tsx'
import { Tag } from '#ui/Tag.tsx'
import { anchorOf } from '../model/placedRows.ts'
import { useReview } from '../ReviewContext.ts'
import { EvaluatorCell } from './EvaluatorCell.tsx'
import { fieldSpec, isEvaluators, isLong } from './fieldsOf.ts'
import styles from './Value.module.css'

/** One submitted answer, and its value in the previous revision where that differs. */
export function Value({ row, field }: { row: FrozenRow; field: FieldId }) {
  const { sheet, evaluation } = useReview()
  const spec = fieldSpec(sheet.kind, row.table, field)
  if (evaluation && spec && isEvaluators(spec)) return <EvaluatorCell row={row} field={field} spec={spec} />
  const change = sheet.changes.rows.get(anchorOf(row.table, row.id))
  const unit = unitInRow(spec, row)
  const cell = row.values[field]
  const words = (one: Cell | null | undefined) =>
    spec?.type === 'office' && one === cell ? row.label : sheet.names.cell(row.table, row.id, field, one)
  return (
    <>
      {isLong(spec) && typeof cell === 'string' ? (
        <Markdown text={cell} />
      ) : (
        <Shown cell={cell} text={words(cell)} unit={unit} />
      )}
      {change?.from.has(field) && <From text={words(change.from.get(field))} />}
    </>
  )
}

/** A value with its unit, small and grey beside it; an empty or unreadable one says so. */
function Shown({ cell, text, unit }: { cell: Cell | null | undefined; text: string; unit: string }) {
  if (cell === undefined || cell === null) return <span className={styles.empty}>kosong</span>
  if (typeof cell === 'object')
    return (
      <>
        <span className={styles.value}>{text}</span>{' '}
        <Tag tone="wrong" icon="alert">
          belum terbaca
        </Tag>
      </>
    )
  const counted = unit !== '' && typeof cell === 'string' && isDecimal(cell)
  return (
    <span className={styles.value}>
      {counted && unit === 'Rp' && <small>Rp </small>}
      {text}
      {counted && unit !== 'Rp' && <small> {unit}</small>}
    </span>
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
