import type { Row } from '@sepakat/rules'
import { isVerified } from '@sepakat/rules/catalogue/rowsOf.ts'
import { Icon } from '../../../ui/icons/Icon.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './RowHead.module.css'

/** What a row is called and what must be known of it before one answers. */
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

export function RowCautions({ row }: { row: Pick<Row, 'confidence' | 'warning'> }) {
  const unverified = row.confidence !== undefined && !isVerified(row.confidence)
  if (!unverified && !row.warning) return null
  return (
    <span className={styles.cautions}>
      {unverified && <Unverified />}
      {row.warning && (
        <span className={styles.warning}>
          <Icon name="alert" size={14} />
          {row.warning}
        </span>
      )}
    </span>
  )
}

/** The badge says the row's wording is not yet proven by its source, and why that matters. */
export function Unverified() {
  return (
    <details className={styles.unverified}>
      <summary>
        <Tag tone="warn" icon="alert">
          belum diverifikasi
        </Tag>
      </summary>
      <span>
        Nama, kode, atau rumus baris ini belum dicocokkan dengan naskah resminya. Isi seperti biasa; bila berbeda dari
        naskah yang Anda pegang, beri tahu koordinator.
      </span>
    </details>
  )
}
