import { useInfiniteQuery } from '@tanstack/react-query'
import { ReportList } from '#submissions/ReportList.tsx'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Pager } from '#ui/Pager.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Part } from './Part.tsx'
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
      {list.isPending && <SkeletonRows rows={3} />}
      {list.isError && <ProblemPanel error={list.error} onRetry={() => list.refetch()} />}
      {list.data && <Found lines={list.data.pages.flatMap(page => page.items)} {...{ title, empty, explain, lead }} />}
      {list.hasNextPage && (
        <Pager
          shown={list.data?.pages.reduce((n, page) => n + page.items.length, 0) ?? 0}
          noun="laporan"
          hasMore
          loading={list.isFetchingNextPage}
          onMore={() => list.fetchNextPage()}
        />
      )}
    </Part>
  )
}

function Found({
  lines,
  title,
  empty,
  explain,
  lead,
}: {
  lines: Parameters<typeof ReportList>[0]['lines']
  title: string
  empty: string
  explain: string
  lead: boolean
}) {
  if (lines.length === 0) return <EmptyState title={empty}>{explain}</EmptyState>
  return <ReportList label={title} lines={lines} withOffice lead={lead} />
}
