import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { DangerDialog } from './DangerDialog.tsx'

const ask = (word?: string) => {
  const onConfirm = vi.fn()
  render(
    <DangerDialog
      open
      onClose={() => {}}
      title="Hapus?"
      keep="Simpan"
      action="Hapus saja"
      word={word}
      onConfirm={onConfirm}
    >
      Tidak dapat dikembalikan.
    </DangerDialog>,
  )
  return onConfirm
}
const press = () => userEvent.click(screen.getByRole('button', { name: 'Hapus saja' }))

it('confirms by one press; the safe button has the focus', async () => {
  const confirmed = ask()
  expect(document.activeElement?.textContent).toBe('Simpan')
  await press()
  expect(confirmed).toHaveBeenCalledOnce()
})

it('requires a typed word where one is given', async () => {
  const confirmed = ask('HAPUS')
  await press()
  expect(confirmed).not.toHaveBeenCalled()
  await userEvent.type(screen.getByRole('textbox'), 'hapus')
  await press()
  expect(confirmed).toHaveBeenCalledOnce()
})
