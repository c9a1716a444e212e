import { render, screen, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import type { Wave } from './queries.ts'
import { WaveTable } from './WaveTable.tsx'

const wave = (name: string, reportTypes: Wave['reportTypes']): Wave =>
  partOf<Wave>({ id: name, name, fromPeriod: '2026-TW1', reportTypes, offices: [] })
const why = /di luar tugas Anda/

it('says why a wave cannot be changed that has report types outside the post', () => {
  const me = partOf<Me>({ post: { reportTypes: ['sakip'] } })
  const waves = [wave('Semua', ['spm', 'lppd', 'sakip', 'lkpj']), wave('Kinerja', ['sakip'])]
  render(
    <MeProvider me={me} setMe={() => {}}>
      <MemoryRouter>
        <WaveTable year={2026} waves={waves} onRemove={() => {}} />
      </MemoryRouter>
    </MeProvider>,
  )
  const row = (name: RegExp) => within(screen.getByRole('row', { name }))
  expect(row(/^Semua/).getByText(why)).toBeTruthy()
  expect(row(/^Semua/).queryByRole('button')).toBeNull()
  expect(row(/^Kinerja/).queryByText(why)).toBeNull()
  expect(row(/^Kinerja/).getByRole('link', { name: 'Kinerja' })).toBeTruthy()
})
