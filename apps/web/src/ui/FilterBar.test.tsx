import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { expect, it } from 'vitest'
import { FilterBar } from './FilterBar.tsx'
import { FilterSelect, FilterToggle } from './FilterFields.tsx'
import { useUrlFilters } from './useUrlFilters.ts'

function List() {
  const filters = useUrlFilters(['q', 'status', 'latihan'] as const)
  return (
    <>
      <FilterBar label="Saring" search="Cari" of={filters}>
        <FilterSelect
          of={filters}
          name="status"
          label="Status"
          none="Semua"
          options={[{ value: 'draft', label: 'Draf' }]}
        />
        <FilterToggle of={filters} name="latihan" label="Latihan" />
      </FilterBar>
      <button
        type="button"
        onClick={() => {
          filters.clear()
          filters.set({ status: 'draft' })
          filters.set({ latihan: 'ya' })
        }}
      >
        Draf latihan saja
      </button>
      <output>{useLocation().search}</output>
    </>
  )
}
const address = () => document.querySelector('output')?.textContent
const show = (at = '/laporan') =>
  render(
    <MemoryRouter initialEntries={[at]}>
      <List />
    </MemoryRouter>,
  )

it('writes filters into the address, the search after a pause in typing, and keeps every letter', async () => {
  show()
  await userEvent.selectOptions(screen.getByLabelText('Status'), 'draft')
  await userEvent.click(screen.getByLabelText('Latihan'))
  await userEvent.type(screen.getByLabelText('Cari'), 'ibu')
  expect(address()).toBe('?status=draft&latihan=ya')
  await expect.poll(address).toBe('?status=draft&latihan=ya&q=ibu')
  expect(screen.getByLabelText('Cari')).toHaveProperty('value', 'ibu')
})

it('shows what the address says and clears it', async () => {
  show('/laporan?q=ibu&status=draft')
  expect(screen.getByLabelText('Cari')).toHaveProperty('value', 'ibu')
  await userEvent.click(screen.getByRole('button', { name: 'Hapus saringan' }))
  expect(address()).toBe('')
  expect(screen.getByLabelText('Cari')).toHaveProperty('value', '')
  expect(screen.queryByRole('button', { name: 'Hapus saringan' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByLabelText('Cari').closest('section'))
})

it('keeps a clear and each change of one press, though the address has not followed yet', async () => {
  show('/laporan?q=ibu')
  await userEvent.click(screen.getByRole('button', { name: 'Draf latihan saja' }))
  expect(address()).toBe('?status=draft&latihan=ya')
})

it('clears what is being typed into the search too', async () => {
  show('/laporan?status=draft')
  await userEvent.type(screen.getByLabelText('Cari'), 'ibu')
  await userEvent.click(screen.getByRole('button', { name: 'Hapus saringan' }))
  expect(screen.getByLabelText('Cari')).toHaveProperty('value', '')
  await new Promise(passed => setTimeout(passed, 400))
  expect(address()).toBe('')
})
