import { count } from '../../lib/numbers.ts'
import type { Overview } from '../../lib/overview.ts'
import { type Column, Table } from '../../ui/Table.tsx'
import styles from './Overview.module.css'
import { type Piece, StackedBar } from './StackedBar.tsx'

type Total = Overview['totals'][number]

/** The pieces of a type's bar, which add up to all it owes. */
export function piecesOf({ all, begun, submitted, approved }: Total): Piece[] {
  return [
    { id: 'approved', label: 'disetujui', size: approved },
    { id: 'submitted', label: 'sudah dikirim', size: submitted },
    { id: 'begun', label: 'sedang diisi', size: begun },
    { id: 'rest', label: 'belum dimulai', size: all - approved - submitted - begun },
  ]
}

/** Per kind of report: a bar and the numbers it is drawn from. */
export function Totals({ totals }: { totals: readonly Total[] }) {
  const columns: Column<Total>[] = [
    { id: 'type', head: 'Jenis laporan', rowHead: true, cell: total => total.reportType.toUpperCase() },
    {
      id: 'bar',
      head: 'Kemajuan',
      cardHead: '',
      cell: total => <StackedBar pieces={piecesOf(total)} all={total.all} />,
    },
    { id: 'approved', head: 'Disetujui', num: true, cell: total => count(total.approved) },
    { id: 'submitted', head: 'Dikirim', num: true, cell: total => count(total.submitted) },
    { id: 'begun', head: 'Diisi', num: true, cell: total => count(total.begun) },
    { id: 'late', head: 'Terlambat', num: true, cell: total => count(total.late) },
    { id: 'all', head: 'Wajib', num: true, cell: total => count(total.all) },
  ]
  return (
    <section aria-labelledby="kemajuan" className={styles.part}>
      <h2 id="kemajuan">Kemajuan per jenis laporan</h2>
      <ul className={styles.legend}>
        {['approved', 'submitted', 'begun', 'rest'].map((id, n) => (
          <li key={id}>
            <span className={`${styles.key} ${styles[id]}`} />
            {['Disetujui', 'Sudah dikirim', 'Sedang diisi', 'Belum dimulai'][n]}
          </li>
        ))}
      </ul>
      <Table
        caption="Kemajuan per jenis laporan"
        captionHidden
        stacked
        columns={columns}
        rows={totals}
        rowKey={total => total.reportType}
      />
    </section>
  )
}
