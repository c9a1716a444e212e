import type { Cell, Field } from '@sepakat/rules'
import { isDecimal } from '@sepakat/rules/numbers/decimal.ts'
import { textOf } from '@sepakat/rules/words/textOf.ts'
import { Tag } from '#ui/Tag.tsx'
import styles from './Cell.module.css'
import { fieldUiOf } from './fields/fieldUiOf.ts'

/** One answer as it is read; an empty or unreadable one says so. */
export function CellView({
  spec,
  cell,
  text,
  unit,
  nothing,
}: {
  /** Undefined for a field this application does not know. */
  spec: Field | undefined
  cell: Cell | undefined
  /** The value in words. */
  text: string
  unit: string | null
  /** What an empty one says. */
  nothing: string
}) {
  if (cell === undefined) return <span className={styles.none}>{nothing}</span>
  if (!spec) return textOf(cell)
  if (typeof cell === 'object')
    return (
      <>
        “{cell.asTyped}”{' '}
        <Tag tone="wrong" icon="alert">
          belum terbaca
        </Tag>
      </>
    )
  const { Viewer } = fieldUiOf(spec)
  if (!Viewer) return <span className={styles.words}>{text}</span>
  return <Viewer text={text} unit={typeof cell === 'string' && isDecimal(cell) ? (unit ?? '') : ''} />
}
