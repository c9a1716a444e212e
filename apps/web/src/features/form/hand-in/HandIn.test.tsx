import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { axeFinds } from '../../../lib/axeFinds.ts'
import { renderForm } from '../fixtures/render.tsx'
import { openInvented } from '../fixtures/store.ts'
import { HandIn } from './HandIn.tsx'
import { useHandIn } from './moveQueries.ts'

const Asked = () => <HandIn handIn={useHandIn()} label="Kirim ke verifikator" onLeave={() => {}} />
const send = () => screen.queryByRole('button', { name: 'Kirim ke verifikator' })

it('does not go without a file that was chosen: it is uploaded or called off first', async () => {
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
  expect(screen.getByText('1 berkas belum diunggah')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'sk-tim.pdf' })).toBeTruthy()
  expect(send()).toBeNull()
  expect(await axeFinds(container)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Unggah semuanya' }))
  expect(await screen.findByRole('button', { name: 'Kirim ke verifikator' })).toBeTruthy()
  expect(screen.queryByText('1 berkas belum diunggah')).toBeNull()
})
