import type { FieldId, Row } from '@sepakat/rules'
import { isVerified } from '@sepakat/rules/catalogue/rowsOf.ts'
import { isUnitUnsettled } from '@sepakat/rules/words/unitOf.ts'
import { Facts } from '#ui/Facts.tsx'
import { useForm } from '../FormContext.ts'
import { Part } from './Part.tsx'
import styles from './RowPanel.module.css'

/** How the current answer is meant, and its legal basis. */
export function RowHelp({ row, field }: { row: Row; field: FieldId | undefined }) {
  const { kind } = useForm()
  const spec = field === undefined ? undefined : kind.tables[row.table]?.fields[field]
  const uncompared = row.confidence !== undefined && !isVerified(row.confidence)
  const unsettled = isUnitUnsettled(kind, { ...row, fields: Object.keys(row.fields) })
  if (!spec?.help && !row.help && !row.legal && !row.warning && !uncompared && !unsettled) return null
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
      {unsettled && (
        <p className={styles.quiet}>
          Satuan baris ini belum ditetapkan. Sebutkan satuannya dalam keterangan; pengelola dapat melengkapi katalog.
        </p>
      )}
      {uncompared && <p className={styles.quiet}>Bunyi baris ini belum dicocokkan dengan peraturan.</p>}
    </Part>
  )
}
