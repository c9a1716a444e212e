import { heldDue } from '@sepakat/rules/workflow/heldDue.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { Phone } from '#submissions/Phone.tsx'
import { readingPath } from '#submissions/reportAction.ts'
import { reportName } from '#submissions/reportName.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMay } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { StatusTag } from '#ui/StatusTag.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { OfficeReports } from './OfficeReports.tsx'
import { OfficeYears } from './OfficeYears.tsx'
import { PunctualityTable } from './PunctualityTable.tsx'
import { type Reporting, reportingQuery, underWayQuery } from './queries.ts'

/** Reports with notes that are still open, or that were returned; nothing where there are none. */
function OfficeNotes({ office }: { office: string }) {
  const dates = useDates()
  const writes = useMay('submission.write')
  const { data } = useQuery(underWayQuery(office))
  const open = (data ?? []).filter(
    line => line.office.id === office && (line.openNotes > 0 || line.status === 'returned'),
  )
  if (open.length === 0) return null
  return (
    <Part title="Catatan yang belum selesai">
      <ul>
        {open.map(line => {
          const id = line.submission ?? ''
          return (
            <li key={id}>
              <Link to={writes ? paths.form(id) : readingPath(id, line.status)}>{reportName(line)}</Link>{' '}
              <StatusTag status={line.status} /> {count(line.openNotes)} catatan terbuka
              {heldDue(line) && line.returnDueAt && `, jawaban ${dates.due(line.returnDueAt)}`}
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

type Person = Reporting['contacts'][number]

/** Who fills in and who signs for the office, with telephone numbers where the right to them is held. */
function OfficePeople({ contacts, phones }: Pick<Reporting, 'contacts' | 'phones'>) {
  const columns: (Column<Person> | false)[] = [
    { id: 'name', head: 'Nama', rowHead: true, cell: one => one.name },
    { id: 'title', head: 'Jabatan', cell: one => one.title },
    {
      id: 'types',
      head: 'Jenis laporan',
      cell: one => (one.reportTypes.length === 0 ? 'semua' : one.reportTypes.join(', ').toUpperCase()),
    },
    phones && { id: 'phone', head: 'Telepon', cell: one => <Phone of={one} /> },
  ]
  return (
    <Part title="Orang" note={phones ? undefined : 'Nomor telepon ditampilkan kepada koordinator.'}>
      {contacts.length === 0 ? (
        <EmptyState title="Belum ada operator atau kepalanya">
          Orang muncul di sini setelah pengelola memberinya jabatan di perangkat daerah ini.
        </EmptyState>
      ) : (
        <Table
          caption="Orang yang melapor"
          columns={columns.filter(column => column !== false)}
          rows={contacts}
          rowKey={one => one.post}
        />
      )}
    </Part>
  )
}

/** One office as those see it who read its reports: what it owes, who to ask, how punctual it is, its figures beside last year's. */
export default function OfficeProfilePage() {
  const { id = '' } = useParams()
  const year = useDates().year()
  const figures = useMay('figure.read')
  const reporting = useQuery(reportingQuery(id))
  if (reporting.isError) return <PageProblem error={reporting.error} onRetry={() => reporting.refetch()} />
  if (reporting.isPending) return <PageSkeleton title="Perangkat daerah" label="Memuat perangkat daerah…" />
  const { office, contacts, phones, punctuality } = reporting.data
  return (
    <>
      <PageHead
        title={office.name}
        crumbs={[{ label: 'Laporan', to: paths.reports() }, { label: office.shortName || office.name }]}
        actions={
          <LinkButton to={paths.reports({ opd: office.id })} icon="list">
            Semua laporannya
          </LinkButton>
        }
      />
      <Parts>
        <OfficeReports office={office.id} year={year} />
        <OfficeNotes office={office.id} />
        <OfficePeople contacts={contacts} phones={phones} />
        <PunctualityTable lines={punctuality} />
        {figures && <OfficeYears office={office.id} year={year} />}
      </Parts>
    </>
  )
}
