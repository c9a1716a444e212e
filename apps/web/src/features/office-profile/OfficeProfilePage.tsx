import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMay } from '#sync/session/me.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { OfficeNotes } from './OfficeNotes.tsx'
import { OfficePeople } from './OfficePeople.tsx'
import { OfficeReports } from './OfficeReports.tsx'
import { OfficeYears } from './OfficeYears.tsx'
import { PunctualityTable } from './PunctualityTable.tsx'
import { reportingQuery } from './queries.ts'

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
