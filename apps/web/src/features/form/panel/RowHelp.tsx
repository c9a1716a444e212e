import type { FieldId, Row } from '@sepakat/rules'
import { isVerified } from '@sepakat/rules/catalogue/rowsOf.ts'
import { useForm } from '../FormContext.ts'
import { Part } from './Part.tsx'
import styles from './RowPanel.module.css'

/** How the answer in hand is meant, and by what law it is asked. */
export function RowHelp({ row, field }: { row: Row; field: FieldId | undefined }) {
  const { kind } = useForm()
  const spec = field === undefined ? undefined : kind.tables[row.table]?.fields[field]
  const unverified = row.confidence !== undefined && !isVerified(row.confidence)
  if (!spec?.help && !row.help && !row.legal && !row.warning && !unverified) return null
  return (
    <Part title="Petunjuk">
      {spec?.help && <p>{spec.help}</p>}
      {row.help && <p>{row.help}</p>}
      {row.warning && <p>{row.warning}</p>}
      <dl className={styles.facts}>
        {row.direction && (
          <>
            <dt>Arah</dt>
            <dd>{row.direction === 'lower' ? 'makin rendah makin baik' : 'makin tinggi makin baik'}</dd>
          </>
        )}
        {row.legal && (
          <>
            <dt>Dasar hukum</dt>
            <dd>{row.legal}</dd>
          </>
        )}
        {unverified && (
          <>
            <dt>Keyakinan</dt>
            <dd>belum diverifikasi: nama, kode, atau rumusnya belum dicocokkan dengan naskah resmi</dd>
          </>
        )}
      </dl>
    </Part>
  )
}
