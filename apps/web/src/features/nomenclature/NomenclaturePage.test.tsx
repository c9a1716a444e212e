import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { MemoryRouter } from 'react-router'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import NomenclaturePage from './NomenclaturePage.tsx'

const server = setupServer()
beforeAll(() => server.listen())
afterAll(() => server.close())

const me = partOf<Me>({ region: { name: 'Kabupaten', zone: 'Asia/Makassar' }, now: '2026-11-27T00:00:00Z' })

it('asks for confirmation before a list is deleted, and says what stays', async () => {
  const deleted: string[] = []
  let items = [{ year: 2026, urusan: 0, field: 0, program: 1, activity: 0, subactivity: 2 }]
  server.use(
    http.get(`${location.origin}/api/v1/nomenclature`, () => HttpResponse.json({ items })),
    http.delete(`${location.origin}/api/v1/nomenclature/:year`, ({ params }) => {
      deleted.push(String(params.year))
      items = []
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { container } = render(
    <MeProvider me={me} setMe={() => {}}>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <NomenclaturePage />
        </MemoryRouter>
      </QueryClientProvider>
    </MeProvider>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Hapus daftar tahun 2026' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Hapus daftar tahun 2026?' }))
  expect(dialog.getByText(/^Isinya 1 program, 2 sub kegiatan\. Nama yang sudah tertulis/)).toBeTruthy()
  expect(await axeFinds(container)).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Batal' }))
  expect(deleted).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Hapus daftar tahun 2026' }))
  await userEvent.click(screen.getByRole('button', { name: 'Hapus daftar' }))
  await waitFor(() => expect(screen.getByText('Belum ada daftar')).toBeTruthy())
  expect(deleted).toEqual(['2026'])
})
