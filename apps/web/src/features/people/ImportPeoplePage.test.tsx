import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { ImportPeoplePage } from './ImportPeoplePage.tsx'

const root = `${location.origin}/api/v1`
const server = testServer()

const me = partOf<Me>({
  now: '2026-11-24T02:00:00Z',
  region: { name: 'R', zone: 'Asia/Makassar' },
  contact: { name: 'Diskominfo', whatsapp: '' },
  permissions: ['person.manage'],
  post: null,
})

const lines = [
  { name: 'Siti', signInName: 'siti.a', post: 'Operator, Dinas Kesehatan', result: 'new', fault: null },
  { name: 'Budi', signInName: 'budi.s', post: 'Operator, Dinas Sosial', result: 'new', fault: null },
  { name: 'Rahmat', signInName: '12', post: 'Operator', result: 'wrong', fault: 'NIP terdiri atas 18 angka.' },
]
const codes = ['siti.a', 'budi.s'].map((signInName, at) => ({
  ...{ code: `ABCDE-FGH${at}J`, expiresAt: '2026-12-01T02:00:00Z', name: signInName, signInName },
}))

it('previews people, then adds them, with a slip for each and the rows that were left out', async () => {
  server.use(
    http.post(`${root}/people/import/preview`, () => HttpResponse.json({ lines })),
    http.post(`${root}/people/import`, () => HttpResponse.json({ lines, codes, waiting: true })),
  )
  const user = userEvent.setup()
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <MeProvider me={me} setMe={() => {}}>
          <main>
            <ImportPeoplePage />
          </main>
        </MeProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  await user.click(screen.getByLabelText('Baris dari Excel'))
  await user.paste('Nama\tNama pengguna\tPeran\nSiti\tsiti.a\tOperator\nBudi\tbudi.s\tOperator\nRahmat\t12\tOperator')
  await user.click(screen.getByRole('button', { name: 'Periksa 3 orang' }))
  expect(await screen.findByText('NIP terdiri atas 18 angka.')).toBeTruthy()
  expect(await axeFinds(container)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Tambah 2 orang' }))
  expect(await screen.findByRole('heading', { name: '2 orang sudah ditambahkan' })).toBeTruthy()
  expect(document.querySelectorAll('[data-slip] > div')).toHaveLength(2)
  expect(screen.getByRole('heading', { name: 'Yang tidak ditambahkan' })).toBeTruthy()
  expect(await axeFinds(container)).toEqual([])
})
