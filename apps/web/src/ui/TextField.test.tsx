import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { TextArea } from './TextArea.tsx'
import { TextField } from './TextField.tsx'

const cut = 'Yang ditempel terlalu panjang: 3 huruf terakhir tidak ikut, karena paling banyak 18 huruf. Periksa isinya.'

it.each([
  ['a field', <TextField key="a" label="NIP" maxLength={18} />],
  ['a text', <TextArea key="b" label="NIP" maxLength={18} />],
])('says what %s leaves out of a pasted text, beside it, until something else is typed', async (_, field) => {
  render(field)
  const nip = screen.getByLabelText<HTMLInputElement>('NIP')
  await userEvent.click(nip)
  await userEvent.paste('197104211995032001999')
  expect(nip.value).toBe('197104211995032001')
  expect(document.getElementById(nip.getAttribute('aria-describedby') ?? '')?.textContent).toBe(cut)
  await userEvent.keyboard('{Backspace}')
  expect(nip.hasAttribute('aria-describedby')).toBe(false)
  await userEvent.paste('1')
  expect(nip.value).toBe('197104211995032001')
  expect(nip.hasAttribute('aria-describedby')).toBe(false)
})

it('counts what the pasted text takes the place of', async () => {
  render(<TextField label="Tahun" maxLength={4} defaultValue="2025" />)
  const year = screen.getByLabelText<HTMLInputElement>('Tahun')
  await userEvent.click(year)
  year.setSelectionRange(0, 4)
  await userEvent.paste('2026')
  expect(year.value).toBe('2026')
  expect(year.hasAttribute('aria-describedby')).toBe(false)
})
