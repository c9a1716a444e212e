import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { YearField } from '#submissions/YearField.tsx'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMay } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { useUrlFilters } from '#ui/useUrlFilters.ts'
import { EditionStatusTag } from './EditionStatusTag.tsx'
import { OpenEditionForm } from './OpenEditionForm.tsx'
import { type EditionLine, editionsQuery, readinessQuery } from './queries.ts'
import { readinessSentence } from './readinessSentence.ts'

/** The regency's own reports of a year. */
export function EditionsPage() {
  const dates = useDates()
  const thisYear = dates.year()
  const manages = useMay('edition.manage')
  // what is due in the first months is about the year that is over
  const { values, set } = useUrlFilters(['tahun'] as const, { tahun: String(thisYear - 1) })
  const year = Number(values.tahun) || thisYear - 1
  const editions = useQuery(editionsQuery(year))

  if (editions.isError) return <PageProblem error={editions.error} onRetry={() => editions.refetch()} />
  const columns: Column<EditionLine>[] = [
    {
      id: 'name',
      head: 'Laporan',
      rowHead: true,
      wide: true,
      cell: ({ id, name, title }) => (
        <>
          <Link to={paths.edition(id)}>{name}</Link>
          <br />
          <small>{title}</small>
        </>
      ),
    },
    { id: 'version', head: 'Versi', num: true, cell: ({ version }) => version },
    { id: 'status', head: 'Status', cell: ({ status }) => <EditionStatusTag status={status} /> },
    { id: 'ready', head: 'Laporan yang dibaca', wide: true, cell: line => <Ready line={line} /> },
    { id: 'since', head: 'Sejak', cell: ({ statusAt }) => dates.short(statusAt) },
  ]
  return (
    <>
      <PageHead
        title="Laporan kabupaten"
        intro="Laporan yang disampaikan kabupaten sendiri, disusun dari laporan perangkat daerah yang sudah disetujui."
        actions={<YearField value={String(year)} onChange={tahun => set({ tahun })} since={thisYear - 4} />}
      />
      <Parts>
        {editions.isPending && <SkeletonRows rows={4} label="Memuat laporan kabupaten…" />}
        {editions.data?.items.length === 0 && (
          <EmptyState title={`Belum ada laporan kabupaten tahun ${year}`}>
            {manages
              ? 'Mulai menyusun yang pertama di bawah ini. Naskah tahun lalu diteruskan bila ada.'
              : 'Laporan muncul di sini setelah koordinator mulai menyusunnya.'}
          </EmptyState>
        )}
        {editions.data && editions.data.items.length > 0 && (
          <Table
            caption={`Laporan kabupaten tahun ${year}`}
            columns={columns}
            rows={editions.data.items}
            rowKey={({ id }) => id}
          />
        )}
        {manages && (
          <Part title="Mulai menyusun">
            <OpenEditionForm key={year} year={year} />
          </Part>
        )}
      </Parts>
    </>
  )
}

/** How much of what it is made from is approved; of a frozen one that is said inside. */
function Ready({ line: { id, status } }: { line: EditionLine }) {
  const readiness = useQuery({ ...readinessQuery(id), enabled: status !== 'frozen' })
  if (status === 'frozen') return 'Dibekukan dalam laporannya'
  return readiness.data ? readinessSentence(readiness.data) : '…'
}
