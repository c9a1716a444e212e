import { QueryClient } from '@tanstack/react-query'
import { NoAnswerError } from '../lib/ProblemError.ts'

/**
 * A refusal is an answer and is not asked again; only a lost answer is, also when the line comes back. No query uses the signal it
 * is offered: an answer that comes after its page was left is there for the next visit, a request that was cut off is asked again.
 */
export const queryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (times, error) => error instanceof NoAnswerError && times < 2,
        retryDelay: times => 500 * 2 ** times,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
