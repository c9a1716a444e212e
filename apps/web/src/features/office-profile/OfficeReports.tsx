import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { DueCell, ReportCell, StatusCell } from '#submissions/ReportCells.tsx'
import { isClosed, readingPath } from '#submissions/reportAction.ts'
import { reportName } from '#submissions/reportName.ts'
import type { ReportLine } from '#sync/apiTypes.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates, useMay } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Part } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { reportsQuery } from './queries.ts'

/** What the office owes in a year, each with its state and due date. */
export function OfficeReports({ office, year }: { office: string; year: number }) {
  const dates = useDates()
  const writes = useMay('submission.write')
  const reports = useQuery(reportsQuery(office, year))
  const title = `Laporan tahun ${year}`
  if (reports.isError)
    return (
      <Part title={title}>
        <ProblemPanel error={reports.error} onRetry={() => reports.refetch()} />
      </Part>
    )
  const lines = (reports.data ?? []).filter(line => line.office.id === office)
  const approved = lines.filter(({ status }) => status === 'approved').length
  const columns: Column<ReportLine>[] = [
    {
      id: 'report',
      head: 'Laporan',
      rowHead: true,
      cell: line => (
        <ReportCell line={line}>
          {line.submission ? (
            <Link to={writes ? paths.form(line.submission) : readingPath(line.submission, line.status)}>
              {reportName(line)}
            </Link>
          ) : (
            reportName(line)
          )}
        </ReportCell>
      ),
    },
    {
      id: 'status',
      head: 'Status',
      cardHead: '',
      cell: line => <StatusCell line={line} closed={isClosed(line, dates.now())} />,
    },
    {
      id: 'due',
      head: 'Tenggat',
      cell: line => <DueCell line={line} />,
    },
    {
      id: 'submitted',
      head: 'Dikirim',
      cell: line => (line.submittedAt ? dates.shortDay(dates.dayOf(line.submittedAt)) : 'belum'),
    },
  ]
  return (
    <Part title={title} note={lines.length > 0 ? `${approved} dari ${lines.length} disetujui` : undefined}>
      {reports.isPending && <SkeletonRows rows={6} label="Memuat laporan…" />}
      {reports.isSuccess && lines.length === 0 && (
        <EmptyState title={`Belum ada kewajiban lapor tahun ${year}`}>
          Laporan muncul di sini setelah koordinator atau pengelola membuat kewajiban lapor.
        </EmptyState>
      )}
      {lines.length > 0 && (
        <Table
          caption={`Laporan tahun ${year}`}
          columns={columns}
          rows={lines}
          rowKey={line => `${line.obligation}/${line.submission}`}
        />
      )}
    </Part>
  )
}
