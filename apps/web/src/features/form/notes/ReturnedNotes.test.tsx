import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { idOf } from '#sheet/answers/fixtures/invented.ts'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { inventedSubmission, renderForm } from '../fixtures/render.tsx'
import { Notices } from '../frame/Notices.tsx'
import { SectionView } from '../frame/SectionView.tsx'
import { besideOf, type Note } from '../model/beside.ts'

afterEach(() => vi.unstubAllGlobals())

const by = { actor: 'post:v', name: 'Petrus Lawai', title: 'Verifikator' } as Note['by']
const note = (n: number, anchor: string, text: string, more: Partial<Note> = {}): Note => ({
  id: idOf(900 + n),
  anchor,
  text,
  status: 'open',
  revision: 1,
  by,
  at: '2026-07-09T02:00:00.000Z',
  answers: [],
  ...more,
})
const notes = [
  note(1, `/works/${idOf(1)}`, 'Hapus pekerjaan ini.'),
  note(2, '/costs', 'Biaya belum sesuai SP2D.'),
  note(3, '', 'Lampirkan surat pengantar.'),
  note(4, '/counts/baris-lama/target', 'Baris ini milik dinas lain.'),
  note(5, '/counts/kunjungan/reached', 'Cek lagi angkanya.'),
]

const draw = async (some = notes, status: 'returned' | 'draft' | 'in-review' = 'returned') => {
  const opened = openInvented()
  const drawn = renderForm(
    opened.store,
    <main>
      <h1>Formulir</h1>
      <Notices />
      <SectionView />
    </main>,
    { beside: besideOf(some, []), submission: inventedSubmission({ status }) },
  )
  // it comes with the notes
  await act(async () => void (await import('./ReturnedNotes.tsx')))
  const line = (text: string) =>
    within(screen.getByRole('list', { name: 'Catatan verifikator' }))
      .getByText(text)
      .closest('li')!
  return { ...opened, ...drawn, line }
}

it('answers every note from the banner, even if its row is gone', async () => {
  const fetched = vi.fn(async (address: string, init: RequestInit) => {
    const id = address.split('/').at(-2)
    const { text } = JSON.parse(String(init.body))
    const found = notes.find(one => one.id === id)!
    return Response.json({ ...found, status: 'answered', answers: [{ text, by, at: '2026-07-10T02:00:00.000Z' }] })
  })
  vi.stubGlobal('fetch', fetched)
  const { store, line } = await draw()
  act(() => store.removeRow({ table: 'works', row: idOf(1) }))
  const user = userEvent.setup()
  for (const { id, text } of notes) {
    const own = within(line(text))
    const toggle = own.queryByRole('button', { name: /^Jawab di sini/ })
    if (toggle) await user.click(toggle)
    await user.type(own.getByRole('textbox', { name: 'Jawaban Anda' }), 'Sudah.')
    await user.click(own.getByRole('button', { name: 'Jawab' }))
    await vi.waitFor(() =>
      expect(fetched.mock.calls.at(-1)?.[0]).toBe(`/api/v1/submissions/${inventedSubmission().id}/notes/${id}/answers`),
    )
  }
})

it('is shown whenever the report is back with its office, also withdrawn or not signed', async () => {
  const { line, store } = await draw(notes, 'draft')
  expect(within(line('Lampirkan surat pengantar.')).getByRole('textbox', { name: 'Jawaban Anda' })).toBeTruthy()
  expect(screen.queryByText(/^Dikembalikan oleh/)).toBeNull()
  act(() => store.setAccess({ open: false, anchors: null }))
  expect(screen.queryByRole('list', { name: 'Catatan verifikator' })).toBeNull()
})

it('keeps the field of an answer that is being typed while another user answers', async () => {
  const drawn = await draw([note(3, '', 'Lampirkan surat pengantar.')])
  const field = () => screen.getByRole('textbox', { name: 'Jawaban Anda' }) as HTMLTextAreaElement
  await userEvent.type(field(), 'Sedang')
  const answers = [{ text: 'Sudah.', by, at: '2026-07-10T02:00:00.000Z' }]
  drawn.setBeside(besideOf([note(3, '', 'Lampirkan surat pengantar.', { status: 'answered', answers })], []))
  expect(field().value).toBe('Sedang')
  expect(document.activeElement).toBe(field())
})

it('says where a note belongs, and links there only where that exists', async () => {
  const { store, line, went, container } = await draw()
  act(() => store.removeRow({ table: 'works', row: idOf(1) }))
  expect(line('Hapus pekerjaan ini.').textContent).toContain('Pekerjaan “Jembatan” (sudah dihapus)')
  expect(line('Biaya belum sesuai SP2D.').textContent).toContain('Biaya')
  expect(line('Lampirkan surat pengantar.').textContent).toContain('Seluruh formulir')
  expect(line('Baris ini milik dinas lain.').textContent).toContain('Hitungan (barisnya tidak ada lagi di formulir)')
  const leading = (text: string) =>
    within(line(text)).queryByRole('button', { name: new RegExp(`^(?!Jawab di sini).*: ${text}$`) })
  const leads = notes.map(({ text }) => leading(text) !== null)
  expect(leads).toEqual([false, false, false, false, true])
  await userEvent.click(leading('Cek lagi angkanya.')!)
  expect(went).toEqual(['/counts/kunjungan/reached'])
  expect(await axeFinds(container)).toEqual([])
})

it('keeps answered notes visible, and asks for no answer where the form is read-only', async () => {
  const answered = note(6, '/costs', 'Sudah dijawab ini.', {
    status: 'answered',
    answers: [{ text: 'Sudah dicek.', by, at: '2026-07-10T02:00:00.000Z' }],
  })
  const { store, line } = await draw([...notes, answered])
  expect(within(line('Sudah dijawab ini.')).getByText('Sudah dicek.')).toBeTruthy()
  act(() => store.setAccess({ open: false, anchors: null }))
  expect(screen.queryByRole('textbox', { name: 'Jawaban Anda' })).toBeNull()
})

it('warns before a row with open notes is removed, and removes it on confirmation', async () => {
  const { store, view } = await draw()
  const user = userEvent.setup()
  act(() => view.set({ section: 'works' }))
  const remove = async (row: string) => {
    await user.click(screen.getByRole('button', { name: `Tindakan untuk ${row}` }))
    await user.click(screen.getByRole('menuitem', { name: 'Hapus' }))
  }
  const ids = () => Object.keys(store.cells.answers().works ?? {})
  await remove('1. Jembatan')
  const asked = within(await screen.findByRole('dialog', { name: 'Hapus “1. Jembatan”?' }))
  expect(asked.getByText('Hapus pekerjaan ini.')).toBeTruthy()
  await user.click(asked.getByRole('button', { name: 'Jangan hapus' }))
  expect(ids()).toEqual([idOf(1), idOf(2)])
  await remove('1. Jembatan')
  await user.click(await screen.findByRole('button', { name: 'Hapus baris' }))
  expect(ids()).toEqual([idOf(2)])
  await remove('1. Jalan')
  expect(ids()).toEqual([])
})
