import { eventGroupLabels } from '@sepakat/rules/eventGroups.ts'
import styles from '#administration/Admin.module.css'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { actions, type Column, Table } from '#ui/Table.tsx'
import type { TrailLine } from './queries.ts'
import { TrailSubject } from './TrailSubject.tsx'

/** Who did it, as it is called; the system itself has no post. */
export const nameOfActor = ({ by }: TrailLine): string => by.name || 'Seseorang yang tidak lagi tercatat'

export function TrailTable({ lines, onOpen }: { lines: readonly TrailLine[]; onOpen: (line: TrailLine) => void }) {
  const dates = useDates()
  const columns: Column<TrailLine>[] = [
    {
      id: 'did',
      head: 'Peristiwa',
      rowHead: true,
      wide: true,
      cell: line => (
        <>
          {line.did}
          <span className={styles.small}>{eventGroupLabels[line.group]}</span>
        </>
      ),
    },
    { id: 'at', head: 'Kapan', cell: ({ at }) => <time dateTime={at}>{dates.short(at)}</time> },
    {
      id: 'by',
      head: 'Oleh',
      cell: line => (
        <>
          {nameOfActor(line)}
          {line.by.title && <span className={styles.small}>{line.by.title}</span>}
        </>
      ),
    },
    { id: 'of', head: 'Tentang', wide: true, cell: line => <TrailSubject line={line} /> },
    {
      id: 'chain',
      head: 'Rantai',
      cell: ({ seq, hash }) => (
        <>
          nomor {seq}
          <span className={styles.small}>{hash.slice(0, 8)}</span>
        </>
      ),
    },
    actions(line => (
      <Button small kind="quiet" aria-haspopup="dialog" onClick={() => onOpen(line)}>
        Rincian
        <span className="visually-hidden">
          : {nameOfActor(line)} {line.did}
        </span>
      </Button>
    )),
  ]
  return (
    <Table
      caption="Peristiwa, yang terbaru lebih dahulu"
      columns={columns}
      rows={lines}
      rowKey={({ stream, seq }) => `${stream} ${seq}`}
    />
  )
}
