import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, it, vi } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import * as saving from '#ui/saveFile.ts'
import { DownloadData } from './DownloadData.tsx'

const server = testServer()
afterEach(() => {
  vi.restoreAllMocks()
})

const show = (offices: object[]) => {
  const me = partOf<Me>({ post: { offices } })
  render(
    <MeProvider me={me} setMe={() => {}}>
      <QueryClientProvider client={new QueryClient()}>
        <DownloadData year={2026} />
      </QueryClientProvider>
    </MeProvider>,
  )
}
const dinsos = { id: '0199f5a0-0000-7000-8000-000000000001', name: 'Dinas Sosial', shortName: 'Dinsos' }

it('downloads what the office filed in the year shown, in the requested format', async () => {
  const save = vi.spyOn(saving, 'saveFile').mockImplementation(() => {})
  const asked: string[] = []
  server.use(
    http.get(`${location.origin}/api/v1/offices/:id/export`, ({ request }) => {
      asked.push(new URL(request.url).pathname + new URL(request.url).search)
      const headers = { 'content-disposition': 'attachment; filename="Data Dinsos 2026.csv"' }
      return new HttpResponse('"Jenis"', { headers })
    }),
  )
  show([dinsos])
  expect(screen.getByRole('heading').textContent).toBe('Unduh data tahun 2026')
  fireEvent.click(screen.getByRole('button', { name: 'Unduh CSV' }))
  await waitFor(() => expect(save).toHaveBeenCalled())
  expect(asked).toEqual([`/api/v1/offices/${dinsos.id}/export?format=csv&year=2026`])
  expect(save.mock.calls[0]?.[1]).toBe('Data Dinsos 2026.csv')
})

it('names the office where a post has several, and is absent for a post of the whole region', () => {
  show([dinsos, { ...dinsos, id: 'b', name: 'Dinas Kesehatan' }])
  expect(screen.getByRole('button', { name: 'Unduh JSON Dinas Kesehatan' })).toBeTruthy()
  document.body.replaceChildren()
  show([])
  expect(screen.queryByRole('button')).toBeNull()
})
