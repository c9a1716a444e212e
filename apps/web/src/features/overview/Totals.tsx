import type { Overview } from '#submissions/overview.ts'
import { cx } from '#ui/cx.ts'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import styles from './Overview.module.css'
import { type Piece, StackedBar } from './StackedBar.tsx'

type Total = Overview['totals'][number]

const pieceLabels = [
  { id: 'approved', label: 'Disetujui' },
  { id: 'submitted', label: 'Menunggu diperiksa' },
  { id: 'begun', label: 'Masih diisi' },
  { id: 'rest', label: 'Belum dimulai' },
] as const

/** The pieces of a type's bar, which add up to all it owes. Returned reports count as being filled in. */
export function piecesOf({ all, begun, submitted, approved }: Total): Piece[] {
  const sizes = { approved, submitted: submitted - approved, begun: begun - submitted, rest: all - begun }
  return pieceLabels.map(({ id }) => ({ id, size: sizes[id] }))
}

/** Per report type: a bar and the numbers it is drawn from. */
export function Totals({ totals }: { totals: readonly Total[] }) {
  const columns: Column<Total>[] = [
    { id: 'type', head: 'Jenis laporan', rowHead: true, cell: total => total.reportType.toUpperCase() },
    {
      id: 'bar',
      head: 'Kemajuan',
      cardHead: '',
      cell: total => <StackedBar pieces={piecesOf(total)} all={total.all} />,
    },
    ...pieceLabels.map(
      ({ id, label }, n): Column<Total> => ({
        id,
        head: label,
        num: true,
        cell: total => count(piecesOf(total)[n]?.size ?? 0),
      }),
    ),
    { id: 'late', head: 'Terlambat', num: true, cell: total => count(total.late) },
    { id: 'all', head: 'Wajib', num: true, cell: total => count(total.all) },
  ]
  return (
    <Part title="Kemajuan per jenis laporan">
      <ul className={styles.legend}>
        {pieceLabels.map(({ id, label }) => (
          <li key={id}>
            <span className={cx(styles.key, styles[id])} />
            {label}
          </li>
        ))}
      </ul>
      <Table caption="Kemajuan per jenis laporan" columns={columns} rows={totals} rowKey={total => total.reportType} />
    </Part>
  )
}
