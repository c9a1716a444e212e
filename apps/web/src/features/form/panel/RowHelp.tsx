import type { FieldId, Row } from '@sepakat/rules'
import { isVerified } from '@sepakat/rules/catalogue/rowsOf.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { useForm } from '../FormContext.ts'
import { Part } from './Part.tsx'
import styles from './RowPanel.module.css'

/** How the answer in hand is meant, and by what law it is asked. */
export function RowHelp({ row, field }: { row: Row; field: FieldId | undefined }) {
  const { kind } = useForm()
  const spec = field === undefined ? undefined : kind.tables[row.table]?.fields[field]
  const uncompared = row.confidence !== undefined && !isVerified(row.confidence)
  if (!spec?.help && !row.help && !row.legal && !row.warning && !uncompared) return null
  return (
    <Part title="Petunjuk">
      {spec?.help && <p>{spec.help}</p>}
      {row.help && <p>{row.help}</p>}
      {row.warning && <p>{row.warning}</p>}
      <Facts
        facts={{
          Arah: row.direction && (row.direction === 'lower' ? 'makin rendah makin baik' : 'makin tinggi makin baik'),
          'Dasar hukum': row.legal,
        }}
      />
      {uncompared && <p className={styles.quiet}>Bunyi baris ini belum dicocokkan dengan peraturan.</p>}
    </Part>
  )
}
