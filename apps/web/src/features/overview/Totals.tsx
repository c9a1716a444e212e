import type { ReportStatus } from '@sepakat/rules/workflow/statuses.ts'
import { Link } from 'react-router'
import type { Overview, OverviewCell } from '#submissions/overview.ts'
import { cx } from '#ui/cx.ts'
import { count } from '#ui/numbers.ts'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
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

/** The reports of a piece, by their state. A Perubahan on its way counts as approved, whatever its state: then the list is of another number. */
const statusesOf: Record<Piece['id'], readonly ReportStatus[]> = {
  approved: ['approved'],
  submitted: ['submitted', 'in-review', 'second-review'],
  begun: ['draft', 'signing', 'returned'],
  rest: ['not-begun'],
}

interface TotalsProps {
  year: number
  totals: readonly Total[]
  cells: readonly OverviewCell[]
}

/** Per report type: a bar and the numbers it is drawn from. Each number leads to the list of these reports, where the list is of so many. */
export function Totals({ year, totals, cells }: TotalsProps) {
  const listOf = ({ reportType }: Total, more: Record<string, string> = {}) =>
    paths.reports({ jenis: reportType, tahun: String(year), ...more })
  const piece = (total: Total, n: number) => {
    const { id, size } = piecesOf(total)[n] ?? { id: 'rest', size: 0 }
    const own = statusesOf[id]
    const listed = cells.filter(
      ({ form, status }) => form.startsWith(`${total.reportType}/`) && own.some(one => one === status),
    )
    return listed.length === size ? { size, to: listOf(total, { status: own.join() }) } : { size }
  }
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
        cell: total => <Count {...piece(total, n)} />,
      }),
    ),
    {
      id: 'late',
      head: 'Terlambat',
      num: true,
      cell: total => <Count size={total.late} to={listOf(total, { terlambat: 'ya' })} />,
    },
    { id: 'all', head: 'Wajib', num: true, cell: total => <Count size={total.all} to={listOf(total)} /> },
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

/** None leads nowhere. */
const Count = ({ size, to }: { size: number; to?: string }) =>
  to === undefined || size === 0 ? count(size) : <Link to={to}>{count(size)}</Link>
