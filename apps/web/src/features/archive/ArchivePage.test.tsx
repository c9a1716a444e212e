import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { axeFinds } from '#testing/axeFinds.ts'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import ArchivePage from './ArchivePage.tsx'

const root = `${location.origin}/api/v1`
const server = testServer()

type Line = Record<string, unknown> & { value: string }
/** The API's answer for a line: a value with a single dot is ambiguous. */
const judged = (line: Line) => {
  const unclear = line.value === '1.250'
  return {
    ...{ ...line, was: null, note: null, result: unclear ? 'wrong' : 'new' },
    ...{ fault: unclear ? 'Perlu dipastikan: 1.250 atau 1,250?' : null, readings: unclear ? ['1250', '1.25'] : null },
  }
}
const answer = async ({ request }: { request: Request }) =>
  HttpResponse.json({ lines: ((await request.json()) as { lines: Line[] }).lines.map(judged) })

const me = partOf<Me>({
  now: '2026-11-24T02:00:00Z',
  region: { name: 'R', zone: 'Asia/Makassar' },
  permissions: ['archive.manage'],
  post: { reportTypes: ['lppd'] },
})

const draw = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <MeProvider me={me} setMe={() => {}}>
          <main>
            <ArchivePage />
          </main>
        </MeProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )

it('previews the lines, resolves the ambiguous ones, then imports them', async () => {
  const brought: string[] = []
  server.use(
    http.post(`${root}/archive/preview`, answer),
    http.post(`${root}/archive`, async ({ request }) => {
      const { lines } = (await request.clone().json()) as { lines: Line[] }
      brought.push(...lines.map(({ value }) => value))
      return answer({ request })
    }),
  )
  const user = userEvent.setup()
  const { container } = draw()
  expect(screen.getByRole('button', { name: 'Periksa' }).getAttribute('aria-disabled')).toBe('true')
  await user.click(screen.getByLabelText('Baris dari Excel'))
  await user.paste('DPMPTSP\tlppd/tahunan\t2024\t2.l.1\t2024\t1.250\nDPMPTSP\tlppd/tahunan\t2024\t3.b.1\t2024\t')
  await user.click(screen.getByRole('button', { name: 'Periksa 1 baris' }))
  expect(await screen.findByText('1 dilewati.')).toBeTruthy()
  expect(await axeFinds(container)).toEqual([])
  await user.click(screen.getByRole('button', { name: '1.250 untuk baris ke-1' }))
  expect(await screen.findByText('1 baru.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Bawa masuk 1 nilai' }))
  expect(await screen.findAllByText('Dibawa masuk: 1 baru.')).not.toEqual([])
  expect(brought).toEqual(['1250'])
})
