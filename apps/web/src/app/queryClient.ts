import { QueryClient } from '@tanstack/react-query'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'

/**
 * A refusal is final and is not retried; only a request without a response is, also on reconnecting. No query passes on the abort
 * signal: a response that arrives after its page was left is there for the next visit, an aborted request would be sent again.
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
