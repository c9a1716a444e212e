import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { Link, MemoryRouter } from 'react-router'
import { afterEach, expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { Figures } from './Figures.tsx'
import { item, recap } from './testing/recap.ts'

const figure = (code: string, value: string, more: object = {}) => ({
  office: { id: 'o', name: 'Dinas Sosial', shortName: 'Dinsos' },
  form: 'spm/triwulan',
  period: '2026-TW3',
  submission: 's',
  revision: 1,
  standing: 'provisional',
  label: code === 'completeness' ? 'Tingkat keterisian' : 'Indeks internal perangkat daerah',
  rowLabel: '',
  figure: { code, row: '', value, why: null, unit: '%', band: null, basis: null, ...more },
})
const items = [
  figure('completeness', '62.5'),
  figure('spm.officeIndex', '93.816666', { unit: '', basis: 'year-to-date', band: { label: 'Tuntas Utama' } }),
]
const asked: string[] = []
let answer = recap
testServer(
  http.get(`${location.origin}/api/v1/offices`, () =>
    HttpResponse.json({ items: [{ id: 'kec', name: 'Kecamatan Sebatik', parent: null }] }),
  ),
  http.get(`${location.origin}/api/v1/figures`, () => HttpResponse.json({ items, next: null })),
  http.get(`${location.origin}/api/v1/recap`, ({ request }) => {
    asked.push(new URL(request.url).search)
    return HttpResponse.json(answer)
  }),
)
afterEach(() => {
  asked.splice(0)
  answer = recap
})

const published = { legal: '', period: 'quarter', numbered: false, version: 1, sha256: '', publishedAt: '' } as const
const forms = [{ form: 'spm/triwulan', title: 'Laporan penerapan SPM', ...published }]
const cell = (period: string, status: string) => ({
  office: items[0]!.office,
  form: 'spm/triwulan',
  period,
  submission: null,
  status,
  late: false,
})
const cells = [cell('2026-TW2', 'approved'), cell('2026-TW3', 'submitted'), cell('2026-TW4', 'draft')]

const show = (
  post: object,
  formulir = 'spm/triwulan',
  known: readonly (typeof forms)[number][] = forms,
  rekap = '',
) => {
  const me = partOf<Me>({
    region: { name: 'Kabupaten Nunukan', zone: 'Asia/Makassar' },
    post: { offices: [], ...post },
  })
  render(
    <MemoryRouter>
      <Link to="#rekap">Lihat angkanya</Link>
      <MeProvider me={me} setMe={() => {}}>
        <QueryClientProvider client={new QueryClient()}>
          <Figures
            year={2026}
            forms={known}
            cells={cells}
            chosen={{ formulir, periode: '', cabang: '', angka: 'spm.officeIndex', rekap }}
            onChoose={() => {}}
          />
        </QueryClientProvider>
      </MeProvider>
    </MemoryRouter>,
  )
}

it('shows an index with its category, its year-to-date basis, and how much is filled in', async () => {
  show({ region: false, reportTypes: [] })
  const row = (await screen.findByText('Dinas Sosial')).closest('tr')
  expect(row?.textContent).toContain('93,82 · Tuntas Utama (berjalan, terhadap target setahun)')
  expect(row?.textContent).toContain('62,50 %')
})

it.each([
  ['some offices', { region: false, reportTypes: [] }],
  ['other reports', { region: true, reportTypes: ['sakip', 'lkpj'] }],
])('asks nothing of the region for a post of %s', async (_, post) => {
  show(post)
  await screen.findByText('Dinas Sosial')
  expect(screen.queryByText(/^Rekapitulasi/)).toBeNull()
  expect(asked).toEqual([])
})

it('shows a post of one office the recap of its branch', async () => {
  show({ region: false, reportTypes: [], offices: [{ id: 'kec' }] })
  expect(await screen.findByRole('region', { name: 'Rekapitulasi Kecamatan Sebatik' })).toBeTruthy()
  await screen.findByText('2 dari 3 layanan sudah masuk; 1 di antaranya sudah disetujui.')
  expect(asked).toEqual(['?form=spm%2Ftriwulan&period=2026-TW3&office=kec&provisional=true'])
})

it('shows the index of the region, its coverage, and each urusan with its services', async () => {
  show({ region: true, reportTypes: ['spm', 'sakip'] })
  const region = await screen.findByRole('region', { name: 'Rekapitulasi Kabupaten Nunukan' })
  const head = (await within(region).findByText('Indeks pencapaian SPM daerah', { selector: 'span' })).parentElement
  expect(head?.textContent).toMatch(/82,50.*Belum lengkap, 2 dari 3$/)
  const made = within(region).getByText('2 dari 3 layanan sudah masuk; 1 di antaranya sudah disetujui.').parentElement
  expect(made?.textContent).toMatch(/^Belum lengkap, 2 dari 3.*berjalan, terhadap target setahun/)
  expect(within(region).queryByText('Final')).toBeNull()
  expect(within(region).getByText('1 perangkat daerah belum memakai SEPAKAT')).toBeTruthy()
  expect(within(region).getByText('Sekretariat Daerah')).toBeTruthy()
  expect(asked).toEqual(['?form=spm%2Ftriwulan&period=2026-TW3&provisional=true'])
  const shown = within(within(region).getByRole('table')).getAllByRole('row').slice(1)
  expect(shown.map(row => row.textContent)).toEqual([
    'KesehatanBelum lengkap, 1 dari 290,00: perhitungan Kesehatan, Indeks pencapaian SPM urusan',
    'Ibu hamilDinkes90,00: perhitungan Ibu hamil, Indeks pencapaian SPMTuntas Utama',
    'BalitaDinkesbelum masuk: perhitungan Balita, Indeks pencapaian SPM',
    'Sosial75,00: perhitungan Sosial, Indeks pencapaian SPM urusanTuntas Pratama',
    'Gelandangan dan pengemisDinkes75,00: perhitungan Gelandangan dan pengemis, Indeks pencapaian SPMTuntas Pratama',
  ])
})

it('brings a link to the figures to the heading of the recap', async () => {
  show({ region: true, reportTypes: [] })
  const heading = await screen.findByRole('heading', { name: 'Rekapitulasi Kabupaten Nunukan' })
  expect(document.activeElement).not.toBe(heading)
  await userEvent.click(screen.getByRole('link', { name: 'Lihat angkanya' }))
  await waitFor(() => expect(document.activeElement).toBe(heading))
  await userEvent.selectOptions(screen.getByLabelText('Periode'), 'Triwulan II 2026')
  expect(document.activeElement).not.toBe(heading)
  await userEvent.click(screen.getByRole('link', { name: 'Lihat angkanya' }))
  await waitFor(() => expect(document.activeElement).toBe(heading))
})

it('shows a figure’s derivation on one press, and names what was left out', async () => {
  show({ region: true, reportTypes: [] })
  const toggle = await screen.findByRole('button', { name: /perhitungan Kesehatan, / })
  await userEvent.click(toggle)
  expect(toggle.getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByText('Ibu hamil · Indeks pencapaian SPM')).toBeTruthy()
  expect(screen.getByText('Balita (belum diisi)')).toBeTruthy()
  const from = screen.getByRole('link', { name: 'Dinkes, kiriman ke-2' })
  expect(from.getAttribute('href')).toBe('/periksa/sub-dinkes?kiriman=2')
  await userEvent.click(screen.getByRole('button', { name: /perhitungan Balita, / }))
  expect(screen.getByText('Balita · Indeks pencapaian SPM · Dinkes (belum diisi)')).toBeTruthy()
  await userEvent.click(toggle)
  expect(screen.queryByText('Ibu hamil · Indeks pencapaian SPM')).toBeNull()
})

it('opens the figure that a link asked for, which has the focus', async () => {
  show({ region: true, reportTypes: [] }, 'spm/triwulan', forms, 'spm.urusanIndex/kesehatan')
  const toggle = await screen.findByRole('button', { name: /perhitungan Kesehatan, / })
  expect(toggle.getAttribute('aria-expanded')).toBe('true')
  expect(screen.getByText('Ibu hamil · Indeks pencapaian SPM')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(toggle))
})

it('says of how much is filled in that an office which sent nothing counts with nothing filled in', async () => {
  const [dinkes] = recap.items.flatMap(({ offices }) => offices)
  const at = `${dinkes?.id}:figure:completeness/`
  const inputs = [
    { name: 'numerator', at, value: '0', state: 'empty' as const },
    { name: 'denominator', at, value: '28', state: 'empty' as const },
  ]
  const filled = item('completeness', '', '0', { formula: 'ratio.1', inputs, unit: '%' })
  answer = { ...recap, items: [...recap.items, { ...filled, label: 'Tingkat keterisian' }] }
  show({ region: true, reportTypes: [] })
  await userEvent.click(await screen.findByRole('button', { name: /perhitungan Tingkat keterisian$/ }))
  expect(screen.getByText(/belum mengirim ikut dihitung dengan 0 terisi/)).toBeTruthy()
  expect(screen.getByText('28 (belum dikirim)')).toBeTruthy()
})

it('says how many offices more a figure is made of, and lists all of them when asked', async () => {
  const toggled = item('spm.index', 'gepeng', '75')
  const inputs = [...toggled.figure.derivation.inputs, { name: 'x', at: 'figure:spm.recipients/balita', value: '80' }]
  const whole = { ...toggled, figure: { ...toggled.figure, derivation: { ...toggled.figure.derivation, inputs } } }
  const items = recap.items.map(one => (one.figure.row === 'gepeng' ? { ...one, more: 1540 } : one))
  answer = { ...recap, items }
  show({ region: true, reportTypes: [] })
  await userEvent.click(await screen.findByRole('button', { name: /perhitungan Gelandangan dan pengemis/ }))
  expect(screen.getByText(/Masih ada 1.540 bahan dari perangkat daerah lain/)).toBeTruthy()
  answer = { ...recap, items: [whole] }
  await userEvent.click(screen.getByRole('button', { name: 'Tampilkan semua' }))
  expect(await screen.findByText(/Balita · /, { selector: 'td' })).toBeTruthy()
  expect(screen.queryByText(/Masih ada/)).toBeNull()
  expect(asked.at(-1)).toBe('?form=spm%2Ftriwulan&period=2026-TW3&provisional=true&code=spm.index&row=gepeng')
})

it('says which reports are still being computed by a newly approved rule set, and which cannot be', async () => {
  const { office } = items[0]!
  answer = { ...recap, ruleSet: '2026.11', recomputing: 3, unlike: [{ office, submission: 'sub-1' }] }
  show({ region: true, reportTypes: [] })
  expect(await screen.findByText('3 laporan masih dihitung ulang')).toBeTruthy()
  expect(screen.getByText('1 laporan tetap memakai angka semula')).toBeTruthy()
  expect(screen.getByText(/Angka daerah belum final sampai laporan itu dibuka kembali dan disetujui lagi/)).toBeTruthy()
  const links = screen.getAllByRole('link', { name: 'Dinas Sosial' }).map(link => link.getAttribute('href'))
  expect(links).toContain('/periksa/sub-1')
})

it('offers the forms that an office here owes, and starts with one that has submissions', async () => {
  const other = (form: string) => ({ ...forms[0]!, form, title: form })
  show({ region: false, reportTypes: [] }, '', [other('lkpj/apbd'), ...forms])
  await screen.findByText('Dinas Sosial')
  const choice = screen.getByLabelText<HTMLSelectElement>('Formulir')
  expect([...choice.options].map(({ text }) => text)).toEqual(['Laporan penerapan SPM'])
  expect(choice.value).toBe('spm/triwulan')
})
