import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { MemoryRouter, useLocation } from 'react-router'
import { beforeAll, expect, it } from 'vitest'
import { judgeOf } from '#administration/judgeOf.ts'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { CorrectionForm } from './CorrectionForm.tsx'
import type { CatalogueRow } from './queries.ts'

const root = `${location.origin}/api/v1`
const server = testServer(
  ...['forms', 'catalogues', 'offices'].map(list =>
    http.get(`${root}/${list}`, () => HttpResponse.json({ items: [] })),
  ),
  http.post(`${root}/catalogues/a/b/versions/preview`, () =>
    HttpResponse.json({ version: 2, changes: [], openReports: 3, checked: 0, more: false, moved: [] }),
  ),
  http.get(`${root}/assignments`, () => HttpResponse.json({ items: [], next: null })),
)
// as it has come by the time somebody has filled the form in
beforeAll(async () => void (await judgeOf('POST /catalogues/:type/:form/corrections')))

const row: CatalogueRow = {
  form: 'a/b',
  id: 'x',
  table: 't',
  parent: null,
  group: null,
  code: '1',
  codeOfficial: true,
  label: 'Lama',
  unit: 'orang',
  direction: null,
  formula: null,
  ownRule: false,
  inputNames: {},
  attrs: {},
  bounds: null,
  help: '',
  legal: '',
  warning: '',
  confidence: 'memory',
  verified: false,
  source: '',
  note: '',
  from: 2024,
  to: null,
  owner: '',
}
const me = partOf<Me>({
  now: '2026-11-24T02:00:00Z',
  region: { name: 'R', zone: 'Asia/Makassar' },
  permissions: [],
  post: null,
})

function Said() {
  return <output>{useLocation().state?.said}</output>
}

const open = (start = row) =>
  render(
    <MeProvider me={me} setMe={() => {}}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MemoryRouter>
          <CorrectionForm form="a/b" start={start} version={1} />
          <Said />
        </MemoryRouter>
      </QueryClientProvider>
    </MeProvider>,
  )
const press = (name: string) => userEvent.click(screen.getByRole('button', { name, hidden: true }))

it('disables publishing while nothing differs', async () => {
  open()
  await press('Periksa dan terbitkan')
  expect(screen.getByText('Belum ada yang diubah.')).toBeTruthy()
  expect(screen.queryByText(/^Terbitkan versi/)).toBeNull()
})

it('shows what changes, and after a concurrent publication keeps the user’s changes on top of it', async () => {
  const sent: { basedOn: number; change: object }[] = []
  server.use(
    http.post(`${root}/catalogues/a/b/corrections`, async ({ request }) => {
      const body = (await request.json()) as (typeof sent)[number]
      sent.push(body)
      if (body.basedOn === 2) return HttpResponse.json({ version: 3, sha256: '', row })
      const problem = {
        type: '',
        code: 'stale',
        status: 412,
        title: 'Sudah berubah',
        detail: '',
        instance: 'r',
        version: 2,
      }
      return HttpResponse.json(problem, { status: 412 })
    }),
    http.get(`${root}/catalogues/a/b/rows`, () =>
      HttpResponse.json({ items: [{ ...row, unit: 'jiwa' }], next: null, version: 2 }),
    ),
  )
  open()
  await userEvent.clear(screen.getByLabelText('Bunyi'))
  await userEvent.type(screen.getByLabelText('Bunyi'), 'Baru')
  await userEvent.type(screen.getByLabelText('Alasan'), 'salah ketik')
  await press('Periksa dan terbitkan')
  expect(screen.getByText('Terbitkan versi 2?')).toBeTruthy()
  expect(await screen.findByText(/^3 laporan masih diisi/)).toBeTruthy()
  expect(screen.getByText('Lama', { selector: 'td' })).toBeTruthy()
  expect(screen.getByText('Baru', { selector: 'td' })).toBeTruthy()

  await press('Terbitkan')
  expect(await screen.findByText('Orang lain baru saja menerbitkan katalog ini')).toBeTruthy()
  await press('Muat versi terbaru')
  expect(await screen.findByText(/sekarang versi 2/, { selector: 'p' })).toBeTruthy()
  expect(screen.getByLabelText('Bunyi')).toHaveProperty('value', 'Baru')
  expect(screen.getByLabelText(/^Satuan/)).toHaveProperty('value', 'jiwa')

  await press('Periksa dan terbitkan')
  await press('Terbitkan')
  expect(await screen.findByText(/terbit sebagai versi 3/)).toBeTruthy()
  expect(sent.map(({ basedOn, change }) => ({ basedOn, change }))).toEqual([
    { basedOn: 1, change: { label: 'Baru' } },
    { basedOn: 2, change: { label: 'Baru' } },
  ])
})

it('offers only the parts of a formula that have an effect, and names the inputs as the form does', () => {
  const formula = { kind: 'ratio', inputs: { due: 'Jumlah ibu hamil' }, factor: '100' }
  const { unmount } = open({ ...row, formula, ownRule: true, inputNames: { due: 'Harus dilayani' } })
  expect(screen.getByLabelText(/^Harus dilayani/)).toHaveProperty('value', 'Jumlah ibu hamil')
  expect(screen.queryByLabelText('Cara menghitung')).toBeNull()
  expect(screen.queryByLabelText(/^Faktor/)).toBeNull()
  unmount()
  open({ ...row, formula: { ...formula, inputs: { numerator: 'Jalan mantap' } } })
  expect(screen.getByLabelText(/^Pembilang/)).toHaveProperty('value', 'Jalan mantap')
  expect(screen.getByLabelText(/^Faktor/)).toHaveProperty('value', '100')
})
