import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Pager } from '#ui/Pager.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { ProblemPanel } from './ProblemPanel.tsx'

interface PagedListProps<T> {
  of: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>
  /** How many rows room is kept for while it loads, and what is read aloud then: "Memuat laporan…". */
  rows?: number
  loading?: string
  /** The listed things: "laporan", "orang". */
  noun: string
  /** Whether how many there are is said only while there are more. */
  brief?: boolean
  /** What is said of an empty list. */
  empty: ReactNode
  children: (items: T[]) => ReactNode
}

/** A list that comes in pages: room for it, why it did not come, that it is empty, or its lines and the way to more. */
export function PagedList<T>({ of, rows = 8, loading, noun, brief, empty, children }: PagedListProps<T>) {
  const items = of.data?.pages.flatMap(page => page.items) ?? []
  return (
    <>
      {of.isPending && <SkeletonRows rows={rows} label={loading} />}
      {of.isError && <ProblemPanel error={of.error} onRetry={() => of.refetch()} />}
      {of.isSuccess && items.length === 0 && empty}
      {items.length > 0 && children(items)}
      {items.length > 0 && (of.hasNextPage || !brief) && (
        <Pager
          shown={items.length}
          noun={noun}
          hasMore={of.hasNextPage}
          loading={of.isFetchingNextPage}
          onMore={() => of.fetchNextPage()}
        />
      )}
    </>
  )
}
