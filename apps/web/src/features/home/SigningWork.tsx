import { useInfiniteQuery } from '@tanstack/react-query'
import { ReportList } from '#submissions/ReportList.tsx'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Part } from '#ui/Part.tsx'
import { submissionsQuery } from './queries.ts'

/** What is pending the signature of the head of office. */
export function SigningWork() {
  return (
    <Submissions
      title="Menunggu tanda tangan Anda"
      query={{ status: 'signing' }}
      empty="Tidak ada laporan yang menunggu tanda tangan"
      explain="Laporan muncul di sini setelah operator mengirimnya, bila daerah memakai langkah tanda tangan."
      lead
    />
  )
}

/** One list of submitted reports on the home page. */
export function Submissions({
  title,
  query,
  empty,
  explain,
  lead,
}: {
  title: string
  query: Parameters<typeof submissionsQuery>[0]
  empty: string
  explain: string
  lead: boolean
}) {
  const list = useInfiniteQuery(submissionsQuery(query))
  return (
    <Part title={title}>
      <PagedList of={list} rows={3} noun="laporan" brief empty={<EmptyState title={empty}>{explain}</EmptyState>}>
        {lines => <ReportList label={title} lines={lines} withOffice lead={lead} />}
      </PagedList>
    </Part>
  )
}
