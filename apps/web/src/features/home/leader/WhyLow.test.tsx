import type { Why } from '@sepakat/rules'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import { partOf } from '#testing/partOf.ts'
import { WhyLow } from './WhyLow.tsx'

const part = (label: string) => ({
  ...{ label, group: '', value: '50', full: '100', unit: '', costs: '1', offices: [], moreOffices: 0, shares: [] },
  to: { page: 'figures' as const, form: 'spm/triwulan' as const, period: '2026-TW3' as const },
})

it('goes on reading at the first of the parts that were asked for', async () => {
  const parts = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh'].map(part)
  const why = partOf<Why>({ of: 'Indeks', value: '50', full: '100', measure: '', parts, moreParts: 0, missing: 0 })
  render(
    <MemoryRouter>
      <WhyLow why={why} />
    </MemoryRouter>,
  )
  await userEvent.click(screen.getByText('Mengapa rendah'))
  await userEvent.click(screen.getByRole('button', { name: 'Tampilkan 2 lainnya' }))
  expect(document.activeElement?.textContent).toBe('Enam')
})
