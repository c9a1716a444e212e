import type { FieldId, Row } from '@sepakat/rules'
import { cellAt, rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { useState } from 'react'
import { late } from '#ui/late.tsx'
import styles from './RowPanel.module.css'

const CellChanges = late(
  async () => (await import('./CellChanges.tsx')).default,
  <p className={styles.quiet}>Memuat riwayat…</p>,
)

/** Who changed the current answer, when, from what to what; of the whole row where no answer is current. */
export function CellHistory({ row, field }: { row: Row; field: FieldId | undefined }) {
  const [open, setOpen] = useState(false)
  const at = field === undefined ? rowAt(row) : cellAt(row, field)
  return (
    <details className={styles.details} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>Riwayat {field === undefined ? 'baris ini' : 'isian ini'}</summary>
      {open && <CellChanges at={at} />}
    </details>
  )
}
