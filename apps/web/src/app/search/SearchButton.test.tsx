import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { SearchButton } from './SearchButton.tsx'
import { targetOf } from './targetOf.ts'
import type { FoundGroup } from './useFoundNames.ts'

const server = testServer()
const office = '0199f5a0-0000-7000-8000-000000000001'
const item: FoundGroup['items'][number] = {
  key: office,
  title: 'Dinas Perhubungan',
  detail: 'Dishub',
  code: '',
  office,
  form: null,
  period: null,
  submission: null,
  reportStatus: null,
  at: null,
  row: null,
}
const leader = partOf<Me>({ person: { id: 'p' }, post: { id: 't' }, permissions: ['submission.read', 'figure.read'] })

const Where = () => {
  const { pathname, search } = useLocation()
  return <output>{pathname + search}</output>
}

function show(me: Me = leader) {
  const asked: string[] = []
  server.use(
    http.get(`${location.origin}/api/v1/search`, ({ request }) => {
      const query = new URL(request.url).searchParams
      asked.push(query.toString())
      const kind = query.get('kind')
      const groups = [{ kind: 'office', items: [item], more: kind === null }]
      return HttpResponse.json({ groups: query.get('q') === 'xyz' ? [] : groups })
    }),
  )
  const { container } = render(
    <MeProvider me={me} setMe={() => {}}>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <SearchButton />
          <label>
            Catatan <input />
          </label>
          <Routes>
            <Route path="*" element={<Where />} />
          </Routes>
        </MemoryRouter>
      </QueryClientProvider>
    </MeProvider>,
  )
  return { asked, container }
}
const field = () => screen.findByRole('combobox')

it('opens by one key, finds, and goes there by Enter', async () => {
  const { container } = show()
  await userEvent.keyboard('{Control>}k{/Control}')
  const input = await field()
  await waitFor(() => expect(document.activeElement).toBe(input))
  await userEvent.type(input, 'perhub')
  const option = await screen.findByRole('option', { name: /Dinas Perhubungan/ })
  expect(within(option).getByText('Perhub').tagName).toBe('MARK')
  expect(input.getAttribute('aria-activedescendant')).toBe(option.id)
  expect(await screen.findByText('1 ditemukan.')).toBeTruthy()
  expect(await axeFinds(container)).toEqual([])
  await userEvent.keyboard('{Enter}')
  expect(document.querySelector('output')?.textContent).toBe(`/perangkat-daerah/${office}`)
  expect(screen.queryByRole('combobox')).toBeNull()
})

it('shows all of a kind, moves by arrows, and says where nothing is found', async () => {
  const { asked } = show()
  await userEvent.keyboard('/')
  const input = await field()
  await userEvent.type(input, 'dinas')
  await screen.findByRole('option', { name: 'Tampilkan semua: Perangkat daerah' })
  await userEvent.keyboard('{ArrowUp}{Enter}')
  await waitFor(() => expect(asked.at(-1)).toBe('q=dinas&kind=office'))
  await waitFor(() => expect(screen.queryByRole('option', { name: /Tampilkan semua/ })).toBeNull())
  await userEvent.clear(input)
  await userEvent.type(input, 'xyz')
  expect(await screen.findByText('Tidak ada yang cocok.')).toBeTruthy()
})

it('finds pages of the post, and leaves typing elsewhere alone', async () => {
  show()
  await userEvent.type(screen.getByLabelText('Catatan'), 'a/b')
  expect(screen.queryByRole('combobox')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Cari' }))
  await userEvent.type(await field(), 'ringkas')
  expect(await screen.findByRole('option', { name: /Ringkasan/ })).toBeTruthy()
  await userEvent.clear(await field())
  await userEvent.type(await field(), 'pengaturan')
  expect(screen.queryByRole('option', { name: 'Pengaturan' })).toBeNull()
})

it.each([
  ['person', {}, ['person.manage'], `/pengelolaan/orang/${office}`],
  ['office', {}, ['office.manage'], `/pengelolaan/perangkat-daerah/${office}`],
  ['report', { submission: 's', reportStatus: 'draft' }, ['submission.write'], '/laporan/s'],
  ['report', { submission: 's', reportStatus: 'draft' }, ['submission.read'], '/laporan/s/riwayat'],
  ['report', { period: '2026-TW1' }, ['submission.read'], `/laporan?opd=${office}&tahun=2026`],
  ['row', { form: 'spm/triwulan', row: 'paud' }, ['catalogue.manage'], '/pengelolaan/katalog/spm/triwulan/paud'],
  ['item', { submission: 's', at: '/programs/a' }, ['figure.read'], '/periksa/s?at=%2Fprograms%2Fa'],
  [
    'figure',
    { form: 'spm/triwulan', period: '2026-TW1' },
    ['figure.read'],
    '/ringkasan?tahun=2026&formulir=spm%2Ftriwulan&periode=2026-TW1',
  ],
] as const)('a %s leads to where it is read', (kind, more, permissions, to) => {
  expect(targetOf(kind, { ...item, ...more }, { permissions: [...permissions] })).toBe(to)
})
