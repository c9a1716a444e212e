import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { expect, it } from 'vitest'
import { useUrlFilters } from '../lib/useUrlFilters.ts'
import { FilterBar } from './FilterBar.tsx'
import { SelectField } from './SelectField.tsx'

function List() {
  const { values, set, clear, any } = useUrlFilters(['q', 'status'] as const)
  return (
    <>
      <FilterBar
        label="Saring"
        search={{ label: 'Cari', value: values.q, onChange: q => set({ q }) }}
        onClear={any ? clear : undefined}
      >
        <SelectField
          label="Status"
          none="Semua"
          value={values.status}
          onChange={status => set({ status })}
          options={[{ value: 'draft', label: 'Draf' }]}
        />
      </FilterBar>
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

it('writes filters into the address, the search once the typing pauses, and keeps every letter', async () => {
  show()
  await userEvent.selectOptions(screen.getByLabelText('Status'), 'draft')
  await userEvent.type(screen.getByLabelText('Cari'), 'ibu')
  expect(address()).toBe('?status=draft')
  await expect.poll(address).toBe('?status=draft&q=ibu')
  expect(screen.getByLabelText('Cari')).toHaveProperty('value', 'ibu')
})

it('shows what the address says and clears it', async () => {
  show('/laporan?q=ibu&status=draft')
  expect(screen.getByLabelText('Cari')).toHaveProperty('value', 'ibu')
  await userEvent.click(screen.getByRole('button', { name: 'Hapus saringan' }))
  expect(address()).toBe('')
  expect(screen.getByLabelText('Cari')).toHaveProperty('value', '')
  expect(screen.queryByRole('button', { name: 'Hapus saringan' })).toBeNull()
})
