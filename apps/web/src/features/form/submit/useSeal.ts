import { useQuery } from '@tanstack/react-query'
import { revisionsQuery } from '#submissions/submissionQueries.ts'
import type { RevisionLine } from '#sync/apiTypes.ts'
import type { Seal } from './receiptFacts.ts'

const soon = 10_000
const sealIn = (lines: readonly RevisionLine[] | undefined, n: number): Seal =>
  lines?.find(line => line.n === n)?.seal ?? null

/** The seal that covers a submission, polled until there is one: seals are made each minute. */
export function useSeal(submission: string, n: number): Seal {
  const { data } = useQuery({
    ...revisionsQuery(submission),
    refetchInterval: ({ state }) => (sealIn(state.data?.items, n) ? false : soon),
  })
  return sealIn(data?.items, n)
}
