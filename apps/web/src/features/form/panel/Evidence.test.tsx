import type { Row } from '@sepakat/rules'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { partOf } from '#testing/partOf.ts'
import { renderForm } from '../fixtures/render.tsx'
import type { Attachment } from '../model/beside.ts'
import { Evidence } from './Evidence.tsx'

const row = partOf<Row>({ table: 'counts', id: 'kunjungan', label: 'Kunjungan', states: [], fields: {} })
const attached = (id: string, title: string) =>
  partOf<Attachment>({
    ...{ id, title, anchor: '/counts/kunjungan', number: '', date: null, page: '', fileName: 'a.pdf', bytes: 3 },
    ...{ replaces: null, by: { actor: 'post:a', name: 'Rina', title: 'Operator' }, at: '2026-07-01T02:00:00.000Z' },
  })
const beside = (...files: Attachment[]) => ({ notes: new Map(), files: new Map([['/counts/kunjungan', files]]) })

let store: ReturnType<typeof openInvented>['store']
const draw = (...files: Attachment[]) => {
  store = openInvented().store
  const drawn = renderForm(store, <Evidence row={row} field={undefined} />, { beside: beside(...files) })
  return { ...drawn, again: (...now: Attachment[]) => drawn.setBeside(beside(...now)) }
}
afterEach(() => store.stop())
const button = (name: RegExp) => screen.getByRole('button', { name })
const heading = () => screen.getByRole('heading', { name: /Bukti dukung/ })

it('keeps a chosen file when Escape is pressed on its cancel button, which is for the drawer', async () => {
  const { uploads } = draw()
  await act(() => uploads.add('/counts/kunjungan', [new File(['%PDF-1.7'], 'sk.pdf')]))
  button(/Batalkan/).focus()
  const heard = vi.fn()
  addEventListener('keydown', heard, { once: true })
  await userEvent.keyboard('{Escape}')
  expect(uploads.all()).toHaveLength(1)
  expect(heard.mock.calls[0]?.[0]).toMatchObject({ key: 'Escape', defaultPrevented: false })
})

it('keeps the focus when the focused file is replaced or removed', async () => {
  const { again } = draw(attached('f1', 'SK lama'), attached('f2', 'Foto'))
  button(/Ganti SK lama/).focus()
  again(attached('f2', 'Foto'), attached('f3', 'SK baru'))
  expect(document.activeElement).toBe(heading())
  button(/Ganti SK baru/).focus()
  again(attached('f3', 'SK baru'))
  expect(document.activeElement).toBe(button(/Ganti SK baru/))
})

it('keeps the focus when the original of a photograph is requested', async () => {
  const { uploads, again } = draw()
  let asked = false
  vi.spyOn(uploads, 'hasOriginal').mockImplementation(() => !asked)
  vi.spyOn(uploads, 'sendOriginal').mockImplementation(async () => {
    asked = true
  })
  again(attached('f1', 'Rapat'))
  await userEvent.click(button(/Kirim foto asli/))
  again(attached('f1', 'Rapat'))
  expect(screen.queryByRole('button', { name: /Kirim foto asli/ })).toBeNull()
  expect(document.activeElement).toBe(heading())
})

it('keeps the focus when a refused file is sent again', async () => {
  const { uploads } = draw()
  await act(() => uploads.add('/counts/kunjungan', [new File(['%PDF-1.7'], 'sk.pdf')]))
  const [file] = uploads.all()
  vi.spyOn(uploads, 'all').mockReturnValue([{ ...file!, state: 'stuck', message: 'Ditolak.' }])
  act(() => uploads.describe(file!.id, { title: 'SK' }))
  await userEvent.click(button(/Coba kirim lagi/))
  expect(document.activeElement).toBe(heading())
})
