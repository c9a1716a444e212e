import type { FieldId, Row } from '@sepakat/rules'
import { lazy, Suspense, useState } from 'react'
import styles from './RowPanel.module.css'

const CellChanges = lazy(() => import('./CellChanges.tsx'))

/** Who changed the current answer, when, from what to what; of the whole row where no answer is current. */
export function CellHistory({ row, field }: { row: Row; field: FieldId | undefined }) {
  const [open, setOpen] = useState(false)
  const at = field === undefined ? `/${row.table}/${row.id}` : `/${row.table}/${row.id}/${field}`
  return (
    <details className={styles.details} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>Riwayat {field === undefined ? 'baris ini' : 'isian ini'}</summary>
      {open && (
        <Suspense fallback={<p className={styles.quiet}>Memuat riwayat…</p>}>
          <CellChanges at={at} />
        </Suspense>
      )}
    </details>
  )
}
