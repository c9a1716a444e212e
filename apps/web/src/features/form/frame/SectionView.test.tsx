import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { idOf, inventedAnswers } from '#sheet/answers/fixtures/invented.ts'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { renderForm } from '../fixtures/render.tsx'
import { RowPanel } from '../panel/RowPanel.tsx'
import { FindingWalk } from './FindingWalk.tsx'
import { SectionNav } from './SectionNav.tsx'
import { SectionView } from './SectionView.tsx'

const draw = () => {
  const opened = openInvented()
  const drawn = renderForm(
    opened.store,
    <main>
      <h1>Formulir</h1>
      <SectionNav />
      <SectionView />
      <RowPanel />
    </main>,
  )
  return { ...opened, ...drawn }
}
const inRow = (key: string) => within(document.querySelector<HTMLElement>(`[data-row="${key}"]`)!)
const goTo = (view: ReturnType<typeof draw>['view'], section: string) => act(() => view.set({ section }))

describe('a form rendered from its kind and catalogue', () => {
  it('has a section per group, with its progress', () => {
    draw()
    const nav = within(screen.getByRole('navigation', { name: 'Bagian formulir' }))
    expect(nav.getAllByRole('button').map(button => button.textContent)).toEqual([
      'Utara0/3 terisi penuh',
      'Selatan lengkap',
      'Pekerjaan lengkap',
    ])
  })

  it('marks no section with an error as complete', () => {
    const answers = inventedAnswers()
    const opened = openInvented({ answers: { ...answers, counts: { kunjungan: { target: '-1', reached: '3' } } } })
    renderForm(opened.store, <SectionNav />)
    const section = screen.getByRole('button', { name: /^Selatan/ })
    expect(section.textContent).toBe('Selatan1/1 terisi penuh 1 salah 1 perlu penjelasan')
    opened.store.stop()
  })

  it('does not say that nothing is left while a note is unanswered', () => {
    const answers = inventedAnswers()
    const opened = openInvented({
      answers: {
        ...answers,
        counts: { kematian: { state: 'notApplicable', reason: 'x' }, kunjungan: { target: '9', reached: '3' } },
        parts: {},
      },
    })
    const note = { id: 'n', anchor: '/counts/kunjungan', status: 'open', text: 'Periksa.', answers: [] } as never
    renderForm(opened.store, <FindingWalk onNext={() => {}} />, {
      beside: { notes: new Map([['/counts/kunjungan', [note]]]), files: new Map() },
    })
    expect(opened.store.evaluated().counts).toMatchObject({ wrong: 0, explain: 0, empty: 0 })
    expect(screen.getAllByRole('button').map(button => button.textContent)).toEqual([
      '1 catatan belum dijawab: daftarnya',
      'Daftar temuan',
    ])
    opened.store.stop()
  })

  it('asks each question with its own label, unit, direction and warning, and no mark of what the catalogue lacks', () => {
    draw()
    const row = inRow('/counts/kematian')
    const target = row.getByLabelText<HTMLInputElement>('Target')
    expect(target.value).toBe('20')
    expect(target.getAttribute('aria-describedby')).toBe('/counts/kematian/target:unit')
    expect(row.getByText('kasus', { selector: '[id$="target:unit"]' })).toBeTruthy()
    expect(row.getAllByText('(makin rendah makin baik)')).toHaveLength(1)
    expect(row.queryByText(/belum (diverifikasi|dicocokkan)/)).toBeNull()
    expect(row.getByText('Rumusnya masih dibahas.')).toBeTruthy()
  })

  it('shows the answer of the previous period, what was carried over, and the growth', () => {
    const { view } = draw()
    expect(inRow('/counts/kematian').getByText('sama dengan TW I')).toBeTruthy()
    goTo(view, 'selatan')
    const row = inRow('/counts/kunjungan')
    expect(row.getByText('3.310')).toBeTruthy()
    expect(row.getByText('+1.202 triwulan ini')).toBeTruthy()
    expect(row.queryByText('Triwulan ini saja')).toBeNull()
  })

  it('computes in place, by the direction of the row, and shows the derivation', async () => {
    const { store, evaluate } = draw()
    const user = userEvent.setup()
    const row = inRow('/counts/kematian')
    expect(row.getByRole('button', { name: /belum diisi: lihat perhitungannya/ })).toBeTruthy()
    await user.type(row.getByLabelText(/Realisasi/), '22')
    evaluate()
    const figure = row.getByRole('button', { name: /90,00 %/ })
    expect(row.getByText('← (2 × 20 − 22) ÷ 20')).toBeTruthy()
    expect(row.getByText('Tinggi', { selector: 'strong' })).toBeTruthy()
    expect(row.getByText('berjalan, terhadap target setahun')).toBeTruthy()
    await user.click(figure)
    expect(figure.getAttribute('aria-expanded')).toBe('true')
    const how = within(document.getElementById(figure.getAttribute('aria-controls')!)!)
    expect(await how.findByText(/makin rendah makin baik/)).toBeTruthy()
    expect(how.getByText('Aturan penghitungan')).toBeTruthy()
    expect(how.getByRole('button', { name: 'Angka kematian · Target' })).toBeTruthy()
    store.stop()
  })

  it('asks for the reason where a finding requires one, in the cell the finding names', async () => {
    const { store, view, evaluate, server } = draw()
    const user = userEvent.setup()
    goTo(view, 'selatan')
    const row = inRow('/counts/kunjungan')
    await user.clear(row.getByLabelText(/Realisasi/))
    await user.type(row.getByLabelText(/Realisasi/), '5000')
    await user.click(row.getByLabelText('Target'))
    evaluate()
    await user.type(row.getByLabelText('Penjelasan'), 'Ada warga dari luar daerah')
    evaluate()
    expect(row.getByLabelText('Sudah dijelaskan')).toBeTruthy()
    expect(store.evaluated().counts).toMatchObject({ explain: 0 })
    act(() => store.outbox.flush())
    await expect.poll(() => server.answers().counts?.kunjungan?.['why-over-target']).toBe('Ada warga dari luar daerah')
  })

  it('collapses what a declared state answers, and asks for its reason', async () => {
    const { evaluate } = draw()
    const user = userEvent.setup()
    const row = inRow('/counts/kematian')
    await user.selectOptions(row.getByLabelText(/Keadaan.*Angka kematian/), 'notYetAvailable')
    evaluate()
    expect(row.queryByLabelText('Target')).toBeNull()
    expect(row.queryByText('Bagian')).toBeNull()
    expect(row.getByLabelText('Alasan').getAttribute('aria-invalid')).toBe('true')
    expect(row.getByLabelText('Penerbit data')).toBeTruthy()
    expect(row.getByLabelText('Perkiraan terbit')).toBeTruthy()
    expect(row.getByText(/tetap disimpan/)).toBeTruthy()
  })

  it('declares a state in a table by one button of the row', async () => {
    const { store } = draw()
    const user = userEvent.setup()
    const row = inRow('/parts/kematian.desa')
    const button = row.getByRole('button', { name: 'Tindakan untuk Desa' })
    expect(button.id).toBe('/parts/kematian.desa/state')
    await user.click(button)
    await user.click(screen.getByRole('menuitem', { name: 'Nyatakan nihil' }))
    expect(row.getByRole('cell', { name: 'Nihil' })).toBeTruthy()
    expect(row.queryByRole('textbox', { name: /Perlu/ })).toBeNull()
    await expect.poll(() => document.activeElement?.id).toBe('/parts/kematian.desa/reason')
    await user.click(button)
    await user.click(screen.getByRole('menuitem', { name: 'Isi seperti biasa' }))
    expect(store.cell('/parts/kematian.desa/state')).toBeUndefined()
    expect(row.getByRole('textbox', { name: /Perlu/ })).toBeTruthy()
  })

  it('renders a grid whose cells are labelled by row and column', () => {
    draw()
    const grid = within(screen.getByRole('table', { name: 'Bagian' }))
    expect(grid.getByRole('textbox', { name: 'KEMATIAN.DESA Desa Perlu' })).toBeTruthy()
    expect(grid.getByRole('textbox', { name: 'KEMATIAN.KOTA Kota Ada' })).toBeTruthy()
  })

  it('moves down a column with Enter and the arrows', async () => {
    draw()
    const user = userEvent.setup()
    const grid = within(screen.getByRole('table', { name: 'Bagian' }))
    await user.click(grid.getByRole('textbox', { name: /Desa Ada/ }))
    await user.keyboard('5{Enter}')
    expect(document.activeElement?.id).toBe('/parts/kematian.kota/met')
    await user.keyboard('{ArrowUp}')
    expect(document.activeElement?.id).toBe('/parts/kematian.desa/met')
  })

  it('has lists inside lists, whose rows are added, moved and removed', async () => {
    const { store, view, went } = draw()
    const user = userEvent.setup()
    goTo(view, 'works')
    const order = () =>
      store
        .sections()
        .find(({ id }) => id === 'works')
        ?.blocks[0]?.rows.map(row => row.label)
    const choose = async (row: string, action: string) => {
      await user.click(screen.getByRole('button', { name: `Tindakan untuk ${row}` }))
      await user.click(screen.getByRole('menuitem', { name: action }))
    }
    await choose('1. Jembatan', 'Turunkan')
    expect(order()).toEqual(['Jalan', 'Jembatan'])
    const work = inRow(`/works/${idOf(1)}`)
    expect(work.getByRole('textbox', { name: /Semen Harga/ })).toBeTruthy()
    await user.click(work.getByRole('button', { name: 'Tambah biaya untuk Jembatan' }))
    expect(Object.values(store.cells.answers().costs ?? {}).filter(row => row.$parent === idOf(1))).toHaveLength(2)
    expect(went.at(-1)).toMatch(/^\/costs\//)
    await choose('2. Jembatan', 'Hapus')
    expect(order()).toEqual(['Jalan'])
    await user.click(screen.getByRole('button', { name: 'Pulihkan' }))
    expect(order()).toEqual(['Jalan', 'Jembatan'])
    expect(went.at(-1)).toBe(`/works/${idOf(1)}`)
    expect(store.cells.answers().costs).toHaveProperty(idOf(5))
    await choose('2. Jembatan', 'Hapus')
    expect(screen.getByText(/Jembatan” dihapus\.$/)).toBeTruthy()
    act(() => void store.undo())
    expect(screen.queryByText(/dihapus\.$/)).toBeNull()
  })

  it('numbers the rows of a list as in the whole list, where only some are shown', () => {
    const { view } = draw()
    goTo(view, 'works')
    act(() => view.set({ filter: 'empty', shown: new Set([`/works/${idOf(2)}`]) }))
    expect(screen.getByRole('article', { name: /^2\. / })).toBeTruthy()
    expect(screen.queryByRole('article', { name: /^1\. / })).toBeNull()
  })

  it('declares on its head that a list is empty', async () => {
    const { store, view } = draw()
    const user = userEvent.setup()
    act(() => {
      for (const n of [1, 2]) store.removeRow({ table: 'works', row: idOf(n) })
    })
    goTo(view, 'works')
    await user.click(screen.getByRole('checkbox', { name: /Tidak ada \(nihil\)/ }))
    expect(store.cell('/works/all/state')).toBe('nil')
    expect(screen.queryByRole('button', { name: /Tambah pekerjaan/ })).toBeNull()
    expect(screen.getByLabelText(/Alasan/)).toBeTruthy()
  })

  it('finds rows by their labels and answers', async () => {
    const { went } = draw()
    const user = userEvent.setup()
    await user.type(screen.getByLabelText('Cari di formulir'), 'semen')
    await user.keyboard('{Enter}')
    expect(went).toEqual([`/costs/${idOf(5)}`])
  })

  it('filters to rows in which something is missing, as of when the filter was set', async () => {
    const { view, evaluate } = draw()
    const user = userEvent.setup()
    await user.click(screen.getByLabelText('Hanya yang kosong'))
    expect(document.querySelector('[data-row="/counts/kematian"]')).toBeTruthy()
    await user.type(inRow('/counts/kematian').getByLabelText(/Realisasi/), '5')
    evaluate()
    expect(document.querySelector('[data-row="/counts/kematian"]')).toBeTruthy()
    goTo(view, 'selatan')
    expect(screen.getByText(/Tidak ada yang cocok dengan saringan/)).toBeTruthy()
  })

  it('is read-only when it is closed', () => {
    const { store, container } = draw()
    expect(container.textContent).toContain('(boleh kosong)')
    act(() => store.setAccess({ open: false, anchors: null }))
    expect(container.textContent).not.toContain('(boleh kosong)')
    expect(container.querySelectorAll('article input, article select')).toHaveLength(0)
    expect(inRow('/counts/kematian').getByText('20')).toBeTruthy()
  })

  it.each(['utara', 'selatan', 'works'])('has nothing axe finds in %s', async section => {
    const { view, container } = draw()
    goTo(view, section)
    act(() => view.set({ hand: { table: 'counts', row: 'kematian', field: 'target' } }))
    expect(await axeFinds(container)).toEqual([])
  })
})
