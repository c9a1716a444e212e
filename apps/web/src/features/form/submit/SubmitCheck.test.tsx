import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import { renderForm } from '../fixtures/render.tsx'
import { besideOf, type Note } from '../model/beside.ts'
import { useSubmitReport } from './moveQueries.ts'
import { SubmitCheck } from './SubmitCheck.tsx'

const Asked = () => <SubmitCheck submit={useSubmitReport()} label="Kirim ke verifikator" onLeave={() => {}} />
const send = () => screen.queryByRole('button', { name: 'Kirim ke verifikator' })

it('waits for a queued file, and asks for a decision on one that did not go through', async () => {
  const { uploads, container } = renderForm(
    openInvented().store,
    <main>
      <h1>Formulir</h1>
      <h2>Kirim</h2>
      <Asked />
    </main>,
  )
  expect(send()).not.toBeNull()
  const pdf = new File(['%PDF-1.7'], 'sk-tim.pdf', { type: 'application/pdf' })
  await act(() => uploads.add('/counts/kunjungan', [pdf]))
  expect(await screen.findByText(/^1 berkas sedang dikirim/)).toBeTruthy()
  expect(send()).toBeNull()
  act(() => uploads.drop(uploads.all()[0]!.id))
  await waitFor(() => expect(send()).not.toBeNull())
  await act(() => uploads.add('/counts/kunjungan', [new File(['x'], 'arsip.zip')]))
  expect(screen.getByText('1 berkas tidak terkirim')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'arsip.zip' })).toBeTruthy()
  expect(send()).toBeNull()
  expect(await axeFinds(container)).toEqual([])
})

it('says of a note that waits for an answer where it belongs, and leads there', async () => {
  const note = (id: string, anchor: string, text: string) => partOf<Note>({ id, anchor, text, status: 'open' })
  const notes = [
    note('n', '/counts/kunjungan', 'Cocokkan dengan SP2D.'),
    note('m', '/counts/baris-lama/target', 'Baris ini milik dinas lain.'),
  ]
  const { went } = renderForm(openInvented().store, <Asked />, { beside: besideOf(notes, []) })
  await userEvent.click(screen.getByRole('button', { name: /^Kunjungan.*Cocokkan dengan SP2D\.$/ }))
  // its row is gone: it is named as in the banner, where it is answered
  await userEvent.click(screen.getByRole('button', { name: /\(barisnya tidak ada lagi di formulir\)/ }))
  expect(went).toEqual(['/counts/kunjungan', '/counts/baris-lama/target'])
  expect(send()).toBeNull()
})

it('distinguishes a refused description of an attached file from a file that was not sent', async () => {
  const { uploads } = renderForm(openInvented().store, <Asked />)
  await act(() => uploads.add('/counts/kunjungan', [new File(['%PDF-1.7'], 'sk-tim.pdf')]))
  const [file] = uploads.all()
  vi.spyOn(uploads, 'all').mockReturnValue([{ ...file!, state: 'stuck', unsaid: { page: '2' } }])
  act(() => uploads.describe(file!.id, { page: '2' }))
  expect(screen.getByText('Keterangan 1 berkas belum tersimpan')).toBeTruthy()
  expect(screen.queryByText(/berkas tidak terkirim/)).toBeNull()
  expect(send()).toBeNull()
})
