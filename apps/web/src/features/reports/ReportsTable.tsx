import { Link } from 'react-router'
import { ComesFirst } from '#submissions/ComesFirst.tsx'
import { ReportAction } from '#submissions/ReportAction.tsx'
import { stateWords } from '#submissions/ReportList.tsx'
import { asCreatedHere, isClosed, readingPath } from '#submissions/reportAction.ts'
import { reportName } from '#submissions/reportName.ts'
import type { ReportLine } from '#sync/apiTypes.ts'
import { useCreatedHere } from '#sync/cache/createdHere.ts'
import { useDates, useMay, useMe } from '#sync/session/me.tsx'
import { paths } from '#ui/paths.ts'
import { LateTag, StatusTag } from '#ui/StatusTag.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { Tag } from '#ui/Tag.tsx'
import styles from './Reports.module.css'

export function ReportsTable({ lines: given }: { lines: readonly ReportLine[] }) {
  const me = useMe()
  const here = useCreatedHere(me.person.id)
  const lines = given.map(line => asCreatedHere(line, here))
  const dates = useDates()
  const writes = useMay('submission.write')
  const several = me.post?.region || (me.post?.offices.length ?? 0) > 1 || lines.some(differs)
  const open = (id: string, line: ReportLine) => (writes ? paths.form(id) : readingPath(id, line.status))

  const columns: (Column<ReportLine> | false)[] = [
    {
      id: 'report',
      head: 'Laporan',
      rowHead: true,
      cell: line => (
        <span className={styles.report}>
          {line.submission ? <Link to={open(line.submission, line)}>{reportName(line)}</Link> : reportName(line)}
          {line.practice && <Tag>Latihan</Tag>}
        </span>
      ),
    },
    several && { id: 'office', head: 'Perangkat daerah', cell: line => line.office.name },
    {
      id: 'status',
      head: 'Status',
      cardHead: '',
      cell: line => (
        <span className={styles.status}>
          <StatusTag status={line.status} />
          {line.late && <LateTag />}
          <small>
            {stateWords(line, line.statusAt ? dates.ago(line.statusAt) : '', isClosed(line, dates.now()))}
            <ComesFirst line={line} here={here} />
          </small>
        </span>
      ),
    },
    {
      id: 'due',
      head: 'Tenggat',
      cell: line => (line.dueAt ? dates.shortDay(dates.dayOf(line.dueAt)) : 'tanpa tenggat'),
    },
    {
      id: 'action',
      head: <span className="visually-hidden">Tindakan</span>,
      cardHead: '',
      cell: line => <ReportAction line={line} />,
    },
  ]
  return (
    <Table
      caption="Kewajiban lapor"
      captionHidden
      stacked
      columns={columns.filter(column => column !== false)}
      rows={lines}
      rowKey={line => `${line.obligation}/${line.submission}`}
    />
  )
}

const differs = (line: ReportLine, _: number, all: readonly ReportLine[]): boolean =>
  line.office.id !== all[0]?.office.id
