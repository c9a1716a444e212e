import type { Row } from '@sepakat/rules'
import { Icon } from '#ui/icons/Icon.tsx'
import styles from './RowWords.module.css'

/** The name of a row and what must be known before answering. */
export function RowWords({
  row,
  label = row.label,
}: {
  row: Pick<Row, 'code' | 'label' | 'direction'>
  label?: string
}) {
  return (
    <>
      {row.code && (
        <>
          <span className={styles.code}>{row.code}</span>{' '}
        </>
      )}
      {label}
      {row.direction === 'lower' && <span className={styles.direction}> (makin rendah makin baik)</span>}
    </>
  )
}

export function RowCautions({ row: { warning } }: { row: Pick<Row, 'warning'> }) {
  if (!warning) return null
  return (
    <span className={styles.warning}>
      <Icon name="alert" size={14} />
      {warning}
    </span>
  )
}
