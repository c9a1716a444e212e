import 'fake-indexeddb/auto'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { materialQuery, openingAnswersQuery } from '#submissions/submissionQueries.ts'
import { recordCreatedHere } from '#sync/cache/createdHere.ts'
import { newId } from '#sync/newId.ts'
import { useMadeAnswers } from './useMadeAnswers.ts'

const network = setupServer()
beforeAll(() => network.listen())
afterAll(() => network.close())

const created = (due: string) => ({
  version: 1,
  answers: { recipients: { gepeng: { due } } },
  revs: { recipients: { gepeng: { due: 1 } } },
  removed: {},
})

it.each([
  ['alike', '40', false],
  ['otherwise, since a source had changed', '45', true],
])('a form created offline was created on the server %s', async (_, due, differs) => {
  const id = newId()
  const ahead = { ...created('40'), ahead: true }
  let asked = 0
  const material = materialQuery(id, 1).queryKey
  network.use(
    http.get(`${location.origin}/api/v1/submissions/${id}/answers`, () => {
      asked += 1
      return HttpResponse.json(asked === 1 ? ahead : created(due))
    }),
  )
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const client = new QueryClient()
  const { queryKey } = openingAnswersQuery(id, null)
  client.setQueryData(queryKey, ahead)
  client.setQueryData<object>(material, {})
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { unmount } = renderHook(() => useMadeAnswers(id, ahead), { wrapper })
  await vi.waitFor(() => expect(asked).toBe(1))
  expect(client.getQueryState(material)?.isInvalidated).toBe(false)
  // as soon as something was created, and at intervals
  await (differs ? recordCreatedHere(newId(), id) : vi.advanceTimersByTimeAsync(6000))
  await vi.waitFor(() => expect(asked).toBe(2))
  await vi.advanceTimersByTimeAsync(6000)
  expect(client.getQueryData(queryKey)).toEqual(differs ? created(due) : ahead)
  expect(client.getQueryState(material)?.isInvalidated).toBe(true)
  // it is known now, and not fetched again
  expect(asked).toBe(2)
  unmount()
  vi.useRealTimers()
})
