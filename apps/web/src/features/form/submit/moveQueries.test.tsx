import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seenOf } from '#sheet/answers/seenOf.ts'
import type { Submission } from '#sync/apiTypes.ts'
import { partOf } from '#testing/partOf.ts'
import { FormContext, type FormInHand, SubmissionContext } from '../FormContext.ts'
import { useSign } from './moveQueries.ts'

const server = setupServer()
beforeAll(() => server.listen())
afterAll(() => server.close())

it('signs what the form shows, not a later version', async () => {
  const asked: (string | null)[] = []
  server.use(
    http.post(`${location.origin}/api/v1/submissions/s1/sign`, ({ request }) => {
      asked.push(request.headers.get('if-match'))
      return HttpResponse.json({ id: 's1' })
    }),
  )
  const seen = seenOf(10, true)
  const { result } = renderHook(useSign, {
    wrapper: ({ children }) => (
      <QueryClientProvider client={new QueryClient()}>
        <SubmissionContext value={{ id: 's1', version: 20 } as Submission}>
          <FormContext value={partOf<FormInHand>({ store: { seen } })}>{children}</FormContext>
        </SubmissionContext>
      </QueryClientProvider>
    ),
  })
  await act(() => result.current.mutateAsync())
  seen.caughtUp(20)
  await act(() => result.current.mutateAsync())
  expect(asked).toEqual(['"10"', '"20"'])
})
