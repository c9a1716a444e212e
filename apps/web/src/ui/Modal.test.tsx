import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { announce } from './announce.ts'
import { Dialog } from './Modal.tsx'

function Page() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Hapus
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Hapus gelombang?">
        <button type="button" data-autofocus>
          Batal
        </button>
      </Dialog>
    </>
  )
}

it('takes the focus, announces inside, and returns the focus', async () => {
  render(<Page />)
  await userEvent.click(screen.getByText('Hapus'))
  expect(screen.getByRole('dialog', { name: 'Hapus gelombang?' })).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('Batal')
  announce('Terhapus.')
  expect(screen.getByRole('dialog').querySelector('[role=status]')?.textContent).toBe('Terhapus.')
  await userEvent.click(screen.getByRole('button', { name: 'Tutup' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement?.textContent).toBe('Hapus')
})

it('closes by Escape, which the browser fires as cancel', async () => {
  render(<Page />)
  await userEvent.click(screen.getByText('Hapus'))
  screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))
  expect(await screen.findByText('Hapus')).toBeTruthy()
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
})
