import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { QueryOf, ResponseOf } from '#sync/apiTypes.ts'
import { queryOf } from '#sync/transport/queryOf.ts'

export type FoundGroup = ResponseOf<'GET /search'>['groups'][number]
export type SearchKind = NonNullable<QueryOf<'GET /search'>['kind']>

/** Asks only after a pause in typing (ms). */
const pause = 160

/** What the server finds; what was found before is shown until the next answer is there. */
export function useFoundNames(words: string, kind: SearchKind | undefined, online: boolean) {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), pause)
    return () => clearTimeout(timer)
  }, [words])
  const asks = online && words.length > 1 && settled.length > 1
  const query = useQuery({
    ...queryOf('GET /search', { query: { q: settled, ...(kind && { kind }) } }),
    enabled: asks,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const found: readonly FoundGroup[] = asks ? (query.data?.groups ?? []) : []
  const seeking = asks && (settled !== words || query.isFetching)
  const state: 'idle' | 'seeking' | 'found' | 'failed' =
    asks && query.isError && !query.isFetching ? 'failed' : seeking ? 'seeking' : asks ? 'found' : 'idle'
  return { found, state, error: query.error }
}
