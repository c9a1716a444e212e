import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import * as saving from '#ui/saveFile.ts'
import { DownloadPdf } from './DownloadPdf.tsx'

const server = setupServer()
beforeAll(() => server.listen())
afterEach(() => {
  server.resetHandlers()
  vi.restoreAllMocks()
})
afterAll(() => server.close())

const address = `${location.origin}/api/v1/submissions/:id/revisions/:n/pdf`
const press = () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DownloadPdf id="0199f5a0-0000-7000-8000-000000000001" n={2} />
    </QueryClientProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Unduh PDF' }))
}

it('waits while the document is made, then saves it under its receipt number', async () => {
  const save = vi.spyOn(saving, 'saveFile').mockImplementation(() => {})
  const answers = [
    () => HttpResponse.json({ state: 'being-made' }, { status: 202, headers: { 'retry-after': '0.01' } }),
    () =>
      new HttpResponse('%PDF-1.7', {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': 'attachment; filename="SPM-2026-TW1-000001.pdf"',
        },
      }),
  ]
  server.use(http.get(address, () => answers.shift()!()))
  press()
  expect(await screen.findByRole('button', { name: 'Menyiapkan PDF…' })).toBeTruthy()
  await waitFor(() => expect(save).toHaveBeenCalled())
  expect(save.mock.calls[0]?.[1]).toBe('SPM-2026-TW1-000001.pdf')
  expect(await save.mock.calls[0]?.[0].text()).toBe('%PDF-1.7')
  expect(await screen.findByRole('button', { name: 'Unduh PDF' })).toBeTruthy()
})

it('reports an error and can be retried', async () => {
  server.use(
    http.get(address, () =>
      HttpResponse.json(
        {
          type: '/problems/busy',
          code: 'busy',
          status: 503,
          title: 'Sistem sedang sibuk',
          detail: 'Coba lagi.',
          instance: 'r1',
        },
        { status: 503 },
      ),
    ),
  )
  press()
  expect(await screen.findByText('Sistem sedang sibuk')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Coba lagi' })).toBeTruthy()
})
