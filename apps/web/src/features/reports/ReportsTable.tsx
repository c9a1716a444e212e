import { Link } from 'react-router'
import { ComesFirst } from '#submissions/ComesFirst.tsx'
import { OfficeLink } from '#submissions/OfficeLink.tsx'
import { ReportAction } from '#submissions/ReportAction.tsx'
import { DueCell, ReportCell, StatusCell } from '#submissions/ReportCells.tsx'
import { asCreatedHere, isClosed, readingPath } from '#submissions/reportAction.ts'
import { reportName } from '#submissions/reportName.ts'
import type { ReportLine } from '#sync/apiTypes.ts'
import { useCreatedHere } from '#sync/cache/createdHere.ts'
import { useDates, useMay, useMe } from '#sync/session/me.tsx'
import { paths } from '#ui/paths.ts'
import { actions, type Column, Table } from '#ui/Table.tsx'

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
        <ReportCell line={line}>
          {line.submission ? <Link to={open(line.submission, line)}>{reportName(line)}</Link> : reportName(line)}
        </ReportCell>
      ),
    },
    several && { id: 'office', head: 'Perangkat daerah', cell: line => <OfficeLink office={line.office} /> },
    {
      id: 'status',
      head: 'Status',
      cardHead: '',
      cell: line => (
        <StatusCell line={line} closed={isClosed(line, dates.now())}>
          <ComesFirst line={line} here={here} />
        </StatusCell>
      ),
    },
    {
      id: 'due',
      head: 'Tenggat',
      cell: line => <DueCell line={line} />,
    },
    actions(line => <ReportAction line={line} />),
  ]
  return (
    <Table
      caption="Kewajiban lapor"
      columns={columns.filter(column => column !== false)}
      rows={lines}
      rowKey={line => `${line.obligation}/${line.submission}`}
    />
  )
}

const differs = (line: ReportLine, _: number, all: readonly ReportLine[]): boolean =>
  line.office.id !== all[0]?.office.id
