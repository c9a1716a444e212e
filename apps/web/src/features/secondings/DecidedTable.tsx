import styles from '#administration/Admin.module.css'
import type { Seconding } from '#administration/seconding.ts'
import { What } from '#administration/What.tsx'
import { useDates } from '#sync/session/me.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'

const outcomes: Record<Seconding['status'], React.ReactNode> = {
  waiting: <Tag icon="clock">Menunggu</Tag>,
  approved: (
    <Tag tone="good" icon="check-circle">
      Disetujui
    </Tag>
  ),
  declined: (
    <Tag tone="wrong" icon="cross-circle">
      Ditolak
    </Tag>
  ),
  withdrawn: <Tag icon="circle">Ditarik kembali</Tag>,
  alone: (
    <Tag tone="warn" icon="alert">
      Tanpa orang kedua
    </Tag>
  ),
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
          {outcomes[status]}
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
