import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { DateField } from './DateField.tsx'

function Form({ start = '', onDay }: { start?: string; onDay?: (day: string | null) => void }) {
  const [day, setDay] = useState<string>(start)
  return (
    <>
      <DateField
        label="Tenggat"
        value={day}
        onChange={next => {
          onDay?.(next)
          if (next !== null) setDay(next)
        }}
      />
      <button type="button" onClick={() => setDay('2026-12-31')}>
        akhir tahun
      </button>
    </>
  )
}

it('parses a typed day, shows it in words, and completes it on leaving', async () => {
  const onDay = vi.fn()
  render(<Form onDay={onDay} />)
  await userEvent.type(screen.getByLabelText('Tenggat'), '31/3/26')
  expect(onDay).toHaveBeenLastCalledWith('2026-03-31')
  expect(screen.getByText('Selasa, 31 Maret 2026')).toBeTruthy()
  await userEvent.tab()
  expect(screen.getByLabelText('Tenggat')).toHaveProperty('value', '31-03-2026')
})

it('keeps an invalid date as typed, and reports it only after leaving', async () => {
  const onDay = vi.fn()
  render(<Form onDay={onDay} />)
  await userEvent.type(screen.getByLabelText('Tenggat'), '31-2-2026')
  expect(onDay).toHaveBeenLastCalledWith(null)
  expect(screen.queryByText('Tulis tanggal seperti 31-03-2026.')).toBeNull()
  await userEvent.tab()
  expect(screen.getByText('Tulis tanggal seperti 31-03-2026.')).toBeTruthy()
  expect(screen.getByLabelText('Tenggat')).toHaveProperty('value', '31-2-2026')
})

it('reports nothing while a button is pressed: it would move away from under the press', async () => {
  render(<Form />)
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Tenggat'), '31-2-2026')
  const target = screen.getByText('akhir tahun')
  await user.pointer({ keys: '[MouseLeft>]', target })
  expect(document.activeElement).toBe(target)
  expect(screen.queryByText('Tulis tanggal seperti 31-03-2026.')).toBeNull()
  await user.pointer({ keys: '[/MouseLeft]', target })
  expect(screen.getByLabelText('Tenggat')).toHaveProperty('value', '31-12-2026')
})

it('follows a value set from outside, and can be emptied', async () => {
  const onDay = vi.fn()
  render(<Form start="2026-03-31" onDay={onDay} />)
  await userEvent.click(screen.getByText('akhir tahun'))
  expect(screen.getByLabelText('Tenggat')).toHaveProperty('value', '31-12-2026')
  await userEvent.clear(screen.getByLabelText('Tenggat'))
  expect(onDay).toHaveBeenLastCalledWith('')
})

function StoredDay() {
  const [day, setDay] = useState<string | null>('2026-03-31')
  return <DateField label="Tenggat" value={day ?? ''} onChange={setDay} />
}

it('lets a day be corrected letter by letter where the page stores ’’ for an invalid one', async () => {
  render(<StoredDay />)
  await userEvent.type(screen.getByLabelText('Tenggat'), '{Backspace}7')
  expect(screen.getByLabelText('Tenggat')).toHaveProperty('value', '31-03-2027')
})
