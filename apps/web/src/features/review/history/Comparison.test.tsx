import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import * as material from '#submissions/useMaterial.ts'
import type { Me, Submission } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import { firstAnswers, revision } from '../testing/revision.ts'
import { Comparison } from './Comparison.tsx'

const me = partOf<Me>({ region: { name: 'Kabupaten', zone: 'Asia/Makassar' }, now: new Date().toISOString() })
const operator = { actor: 'post:o', name: 'Ani', title: 'Operator' }

it('shows both values of a correction, who changed them and when, and why it was reopened', async () => {
  vi.spyOn(material, 'useMaterial').mockReturnValue({ given: undefined, error: null } as never)
  const [row = ''] = Object.keys(firstAnswers.services ?? {})
  const second = structuredClone(firstAnswers)
  second.services![row]!.served = '4321'
  const corrects = {
    of: 1,
    reason: 'Temuan Inspektorat: daftar penerima ganda.',
    by: { actor: 'post:k', name: 'Sari', title: 'Koordinator' },
    at: '2026-11-02T02:00:00.000Z',
    anchors: [`/services/${row}`],
  }
  const at = `/services/${row}/served`
  const from = firstAnswers.services![row]!.served ?? null
  const cell = { at, op: 'set', from, to: '4321', by: operator, changedAt: '2026-11-03T02:00:00.000Z' }
  const { container } = render(
    <MeProvider me={me} setMe={() => {}}>
      <QueryClientProvider client={new QueryClient()}>
        <Comparison
          submission={{ id: 's', formVersion: 1 } as Submission}
          before={revision(1, firstAnswers)}
          after={revision(2, second)}
          correction={{ corrects, corrected: [cell] }}
        />
      </QueryClientProvider>
    </MeProvider>,
  )
  expect(screen.getByText('Koreksi atas pemeriksaan')).toBeTruthy()
  expect(screen.getByText(/dibuka kembali oleh Sari, Koordinator/).textContent).toContain('daftar penerima ganda. Yang')
  const line = within(screen.getAllByRole('listitem')[0]!)
  expect(line.getByText('4321')).toBeTruthy()
  expect(line.getByText(/oleh Ani, 3 Nov/)).toBeTruthy()
  expect(await axeFinds(container)).toEqual([])
})

it('says of a service declared nil that it was filled in before, not that it was empty', () => {
  vi.spyOn(material, 'useMaterial').mockReturnValue({ given: undefined, error: null } as never)
  const [row = ''] = Object.keys(firstAnswers.services ?? {})
  const second = structuredClone(firstAnswers)
  second.services![row]!.state = 'nil'
  render(
    <MeProvider me={me} setMe={() => {}}>
      <QueryClientProvider client={new QueryClient()}>
        <Comparison
          submission={{ id: 's', formVersion: 1 } as Submission}
          before={revision(1, firstAnswers)}
          after={revision(2, second)}
          correction={null}
        />
      </QueryClientProvider>
    </MeProvider>,
  )
  const [was] = screen.getAllByRole('deletion')
  expect(was?.textContent).toBe('Diisi')
})
