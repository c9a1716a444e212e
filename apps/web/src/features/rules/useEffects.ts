import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type EffectsSum, effectsOf } from './effectsOf.ts'
import { effectsQuery } from './queries.ts'

export interface AllEffects {
  sum: EffectsSum
  /** Every report was examined. */
  done: boolean
  error: unknown
  retry: () => void
}

/** All effects of a set, fetched page by page while this is on screen. */
export function useEffects(id: string, enabled: boolean): AllEffects {
  const pages = useInfiniteQuery({ ...effectsQuery(id), enabled })
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  return {
    sum: effectsOf(pages.data?.pages ?? []),
    done: pages.isSuccess && !hasNextPage,
    error: pages.error,
    retry: () => void (pages.data ? fetchNextPage() : pages.refetch()),
  }
}
