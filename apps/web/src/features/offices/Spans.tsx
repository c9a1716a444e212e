import styles from '#administration/Admin.module.css'
import type { Office } from '#administration/officeChoices.ts'
import { useDates } from '#sync/session/me.tsx'
import { isHeld } from '#ui/spanState.ts'
import { type Column, Table } from '#ui/Table.tsx'
import type { OfficeFull, Span } from './queries.ts'

/** The names, parents and urusan of an office, newest first. */
export function Spans({ office, offices }: { office: OfficeFull; offices: readonly Office[] }) {
  const dates = useDates()
  const today = dates.today()
  const nameOf = new Map(offices.map(one => [one.id, one.name]))
  const columns: Column<Span>[] = [
    {
      id: 'span',
      head: 'Masa berlaku',
      rowHead: true,
      cell: span => (
        <>
          {dates.shortDay(span.from)} sampai {span.to ? dates.shortDay(span.to) : 'seterusnya'}
          {isHeld(span, today) && <span className={styles.small}>berlaku sekarang</span>}
        </>
      ),
    },
    {
      id: 'name',
      head: 'Nama',
      cell: span => (
        <>
          {span.name}
          {span.shortName && <span className={styles.small}>{span.shortName}</span>}
        </>
      ),
    },
    {
      id: 'parent',
      head: 'Induk',
      cell: span => (span.parent ? (nameOf.get(span.parent) ?? 'tidak dikenal') : 'tidak ada'),
    },
    { id: 'urusan', head: 'Urusan', cell: span => span.urusan.join(', ') || 'tidak dicatat' },
  ]
  return (
    <Table
      caption={`${office.name} dari masa ke masa`}
      columns={columns}
      rows={[...office.spans].reverse()}
      rowKey={span => span.from}
    />
  )
}
