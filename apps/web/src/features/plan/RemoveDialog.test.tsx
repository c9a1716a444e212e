import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { expect, it, vi } from 'vitest'
import { testServer } from '#testing/testServer.ts'
import type { Period, Planned } from './queries.ts'
import { RemoveObligationDialog, RemovePeriodDialog } from './removeDialogs.tsx'

const root = `${location.origin}/api/v1`
const server = testServer()

const shown = (dialog: React.ReactNode) =>
  render(<QueryClientProvider client={new QueryClient()}>{dialog}</QueryClientProvider>)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name, hidden: true }))

it('removes a period after a confirmation, and says that it is gone', async () => {
  const asked: string[] = []
  server.use(
    http.delete(`${root}/periods/a/b/2027-TW1`, ({ request }) => {
      asked.push(request.url)
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const onDone = vi.fn()
  const period = { form: 'a/b', key: '2027-TW1' } as Period
  shown(<RemovePeriodDialog period={period} formTitle="Laporan A" onClose={() => {}} onDone={onDone} />)
  expect(asked).toEqual([])
  await press('Hapus periode')
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledWith('Periode Laporan A, Triwulan I 2027 dihapus.'))
  expect(asked).toHaveLength(1)
})

it('says why an obligation whose report was created meanwhile stays', async () => {
  const problem = {
    type: '/problems/in-use',
    code: 'in-use',
    status: 409,
    title: 'Masih dipakai',
    detail: 'Laporan untuk kewajiban ini sudah dimulai, jadi kewajibannya tetap ada.',
    instance: 'r',
  }
  server.use(http.delete(`${root}/obligations/o1`, () => HttpResponse.json(problem, { status: 409 })))
  const planned = {
    obligation: 'o1',
    office: { id: 'x', name: 'Dinas X' },
    form: 'a/b',
    period: '2027',
    state: 'exists',
  } as Planned
  shown(<RemoveObligationDialog planned={planned} formTitle="Laporan A" onClose={() => {}} onDone={() => {}} />)
  expect(screen.getByText(/dibuat lagi bila Anda menekan/)).toBeTruthy()
  await press('Hapus kewajiban')
  expect(await screen.findByText(problem.detail)).toBeTruthy()
})
