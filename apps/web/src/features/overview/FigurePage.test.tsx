import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { MemoryRouter } from 'react-router'
import { expect, it, vi } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { paths } from '#ui/paths.ts'
import FigurePage from './FigurePage.tsx'

const place = { office: 'o', form: 'spm/triwulan', period: '2026-TW3', code: 'spm.index', row: 'gepeng' }
const question = (id: string, more: object = {}) => ({
  ...place,
  id,
  office: { id: 'o', name: 'Dinas Sosial', shortName: 'Dinsos' },
  submission: `report ${id}`,
  revision: 1,
  label: 'Indeks pencapaian',
  rowLabel: 'Gelandangan',
  text: `Mengapa ${id}?`,
  status: 'asked',
  by: { actor: 'post:leader', name: 'Bupati', title: '' },
  at: '2026-10-01T00:00:00Z',
  answers: [],
  mayClose: true,
  ...more,
})
let items: object[] = []
/** Null: there is no such figure. */
let traced: object | null = null
testServer(
  http.get(`${location.origin}/api/v1/questions`, () => HttpResponse.json({ items })),
  http.get(`${location.origin}/api/v1/figures/trace`, () =>
    traced
      ? HttpResponse.json(traced)
      : HttpResponse.json(
          { type: 'about:blank', code: 'not-found', title: 'Tidak ditemukan', status: 404, instance: 'x' },
          { status: 404, headers: { 'content-type': 'application/problem+json' } },
        ),
  ),
)

const show = (permissions: Me['permissions'], id = 'leader') => {
  const me = partOf<Me>({
    region: { name: 'Kabupaten Nunukan', zone: 'Asia/Makassar' },
    post: { id, offices: [] },
    person: { id: 'p' },
    permissions,
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <MemoryRouter initialEntries={[paths.figure(place)]}>
      <MeProvider me={me} setMe={() => {}}>
        <QueryClientProvider client={client}>
          <FigurePage />
        </QueryClientProvider>
      </MeProvider>
    </MemoryRouter>,
  )
}

it('still answers and closes what was asked of a figure that no longer counts, in each number of its report', async () => {
  items = [question('satu'), question('dua'), question('lain', { row: 'anak' })]
  show(['figure.read'])
  expect(await screen.findByText('Mengapa satu?')).toBeTruthy()
  expect(screen.getByText('Mengapa dua?')).toBeTruthy()
  expect(screen.queryByText('Mengapa lain?')).toBeNull()
  expect(screen.getByText('Angka ini sedang tidak dihitung')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: 'Tutup permintaan ini' })).toHaveLength(2)
  expect(screen.queryByRole('button', { name: 'Minta penjelasan' })).toBeNull()
})

it('has its answer form for the office', async () => {
  items = [question('satu')]
  show(['figure.read', 'submission.write'], 'operator')
  expect(await screen.findByRole('textbox', { name: 'Jawaban' })).toBeTruthy()
})

it('is not found where nothing was asked', async () => {
  items = []
  show(['figure.read'])
  expect(await screen.findByRole('heading', { name: 'Tidak ditemukan' })).toBeTruthy()
})

it('Escape in a dialog closes the dialog and does not leave the page', async () => {
  items = [question('satu')]
  show(['figure.read'])
  await screen.findByText('Mengapa satu?')
  const left = vi.spyOn(history, 'length', 'get').mockReturnValue(2)
  const dialog = document.body.appendChild(document.createElement('dialog'))
  dialog.setAttribute('open', '')
  await userEvent.keyboard('{Escape}')
  expect(left).not.toHaveBeenCalled()
  dialog.remove()
  await userEvent.keyboard('{Escape}')
  expect(left).toHaveBeenCalled()
})

const derivation = { formula: 'value.1', inputs: [], left: [], params: {}, cap: null, floor: null, legal: null }
const figure = (value: string, ruleSet: string, more: object = {}) => ({
  ...{ code: 'spm.index', row: 'gepeng', value, why: null, raw: value, numerator: null, denominator: null },
  ...{ unit: '', band: null, basis: null, derivation: { ...derivation, ruleSet, ...more } },
})
const report = { submission: 's', revision: 1, standing: 'final' }
const trace = (more: object) => ({
  ...{ ...question('a'), ...report, figure: figure('80', 'baru'), previous: null, names: {}, told: {}, seen: true },
  ...{ answers: [], more: 0, evidence: [], submitted: null, signed: null, approved: null, ...more },
})

it('says of last year’s figure that other rules made it', async () => {
  const previous = { ...report, period: '2025-TW3', figure: figure('70', 'lama'), otherRules: true }
  traced = trace({ previous })
  items = []
  show(['figure.read'])
  await screen.findByText(/dihitung dengan aturan lain, jadi tidak untuk dibandingkan/)
  traced = null
})

it('leads from a figure that another report told to that figure, and to none that is closed', async () => {
  const [open, closed] = ['measurement:figure:sakip.office/', 'other:figure:sakip.office/']
  const inputs = [open, closed].map(at => ({ name: at, at, value: '95' }))
  const told = { office: 'o', form: 'sakip/pengukuran-triwulan', period: '2026-TW4', code: 'sakip.office', row: '' }
  const names = { [open]: 'Capaian menurut pengukuran', [closed]: 'Capaian lain' }
  traced = trace({ figure: figure('95', 'baru', { formula: 'sum.1', inputs }), told: { [open]: told }, names })
  items = []
  show(['figure.read'])
  const link = await screen.findByRole('link', { name: 'Capaian menurut pengukuran' })
  expect(link.getAttribute('href')).toBe(paths.figure(told))
  expect(screen.getByText('Capaian lain')).toBeTruthy()
  expect(screen.queryByRole('link', { name: /Capaian lain/ })).toBeNull()
  traced = null
})

it('names who typed what was carried over, and from where; where no one is known, from where alone', async () => {
  const by = { actor: 'post:rina', name: 'Rina Wati', title: 'Operator' }
  const answer = { submission: 's', revision: 1, value: '40', checked: null, evidence: [], carried: 'Triwulan I 2026' }
  const answers = [
    { ...answer, at: '/recipients/gepeng/due', label: 'Target', typed: { by, at: '2026-04-02T00:00:00Z' } },
    { ...answer, at: '/recipients/gepeng/served', label: 'Terlayani', typed: null },
  ]
  traced = trace({ answers })
  items = []
  show(['figure.read'])
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) }).textContent
  await screen.findByRole('table', { name: 'Isian yang membentuk angka ini' })
  expect(row('Target')).toMatch(/Rina Wati, Operator.*dibawa dari Triwulan I 2026/)
  expect(row('Terlayani')).toMatch(/40dibawa dari Triwulan I 2026/)
  traced = null
})
