import styles from '#administration/Admin.module.css'
import type { Seconding } from '#administration/seconding.ts'
import { What } from '#administration/What.tsx'
import { useDates } from '#sync/session/me.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { Tag, type TagProps } from '#ui/Tag.tsx'

const outcomes: Record<Seconding['status'], TagProps> = {
  waiting: { icon: 'clock', children: 'Menunggu' },
  approved: { tone: 'good', icon: 'check-circle', children: 'Disetujui' },
  declined: { tone: 'wrong', icon: 'cross-circle', children: 'Ditolak' },
  withdrawn: { icon: 'circle', children: 'Ditarik kembali' },
  alone: { tone: 'warn', icon: 'alert', children: 'Tanpa orang kedua' },
}

export function DecidedTable({ secondings }: { secondings: readonly Seconding[] }) {
  const dates = useDates()
  const columns: Column<Seconding>[] = [
    { id: 'what', head: 'Apa', rowHead: true, cell: one => <What seconding={one} /> },
    {
      id: 'asked',
      head: 'Diminta',
      cell: ({ askedBy, askedAt }) => (
        <>
          {askedBy.name}
          <span className={styles.small}>{dates.short(askedAt)}</span>
        </>
      ),
    },
    {
      id: 'decided',
      head: 'Keputusan',
      cell: ({ status, decidedBy, decidedAt, reason }) => (
        <>
          <Tag {...outcomes[status]} />
          <span className={styles.small}>
            {[
              status !== 'alone' && status !== 'withdrawn' && decidedBy?.name,
              status !== 'alone' && decidedAt && dates.short(decidedAt),
              reason,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
  ]
  return (
    <Table caption="Pemberian hak yang sudah diputuskan" columns={columns} rows={secondings} rowKey={({ id }) => id} />
  )
}
