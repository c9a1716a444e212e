import { useInfiniteQuery } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useDates } from '#sync/session/me.tsx'
import { Pager } from '#ui/Pager.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { type AccountEvent, accountEventsQuery } from './queries.ts'

const byWhom = ({ own, by }: AccountEvent): string =>
  own ? 'Anda sendiri' : [by.name, by.title].filter(Boolean).join(', ')

/** What was done to this account and its rights, by others and by the user. */
export function AccountEvents() {
  const dates = useDates()
  const list = useInfiniteQuery(accountEventsQuery)
  if (list.isPending) return <SkeletonRows rows={3} />
  if (list.isError) return <ProblemPanel error={list.error} onRetry={() => list.refetch()} />
  const events = list.data.pages.flatMap(page => page.items)
  const columns: Column<AccountEvent>[] = [
    { id: 'words', head: 'Peristiwa', rowHead: true, cell: ({ words }) => words },
    { id: 'by', head: 'Oleh', cell: byWhom },
    { id: 'at', head: 'Kapan', cell: ({ at }) => dates.short(at) },
  ]
  return (
    <>
      <Table
        caption="Peristiwa tentang akun Anda"
        captionHidden
        stacked
        columns={columns}
        rows={events}
        rowKey={({ seq }) => String(seq)}
      />
      <Pager
        shown={events.length}
        noun="peristiwa"
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
      />
    </>
  )
}
