import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { delay, HttpResponse, http } from 'msw'
import { useRef, useState } from 'react'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, it } from 'vitest'
import type { Me } from '#sync/apiTypes.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import { CockpitPart } from './CockpitPart.tsx'
import type { CockpitLineData } from './cockpitQuery.ts'
import { useLineKeys } from './useLineKeys.ts'

const root = `${location.origin}/api/v1`
const line = (id: string, more: Partial<CockpitLineData> = {}) =>
  partOf<CockpitLineData>({
    ...{ id, obligation: id, submission: id, form: 'spm/triwulan', title: `Laporan ${id}`, reportType: 'spm' },
    ...{ period: '2026-TW2', periodTitle: 'Triwulan II 2026', number: 1, practice: false, status: 'draft' },
    office: { id, name: `Dinas ${id}`, shortName: id },
    ...{
      why: 'idle',
      since: '2026-07-01T00:00:00.000Z',
      dueAt: '2026-07-20T15:59:00.000Z',
      contacts: [],
      moreContacts: 0,
    },
    ...{ progress: null, openNotes: 0, claimedBy: null, claimedAt: null, reason: null, reminder: null, ...more },
  })
let listed: CockpitLineData[] = []
let reminded: string[] = []
testServer(
  http.get(`${root}/cockpit/:list`, () =>
    HttpResponse.json({
      items: listed,
      next: null,
      total: { count: listed.length, of: listed.length, more: false },
    }),
  ),
  http.post(`${root}/obligations/:id/reminders`, async ({ params }) => {
    reminded.push(String(params.id))
    await delay(60)
    return HttpResponse.json({ again: false, by: { name: 'Budi' }, told: [{ name: 'Siti', mail: 'none' }] })
  }),
  http.post(`${root}/obligations/:id/extension`, () =>
    HttpResponse.json({ id: 'a', dueAt: '2099-12-31T15:59:00.000Z', moved: 'answer' }),
  ),
)

const me = partOf<Me>({
  person: { id: 'p', name: 'Budi' },
  region: { name: 'Kabupaten', zone: 'Asia/Makassar' },
  now: new Date().toISOString(),
})
let client: QueryClient
function Lists() {
  const box = useRef<HTMLDivElement>(null)
  const [type, setType] = useState<'spm'>()
  useLineKeys(box)
  return (
    <div ref={box}>
      <input aria-label="Cari" />
      <button type="button" onClick={() => setType(type === 'spm' ? undefined : 'spm')}>
        Saring
      </button>
      <CockpitPart key={type} list="stuck" wish={type ? { reportType: type } : {}} />
    </div>
  )
}
beforeEach(async () => {
  reminded = []
  listed = [line('a'), line('b')]
  client = new QueryClient()
  render(
    <MemoryRouter>
      <MeProvider me={me} setMe={() => {}}>
        <QueryClientProvider client={client}>
          <Lists />
        </QueryClientProvider>
      </MeProvider>
    </MemoryRouter>,
  )
  await screen.findByText('2 laporan')
})
const button = (name: RegExp) => screen.getByRole('button', { name })
const links = () => screen.getAllByRole('link').filter(link => link.hasAttribute('data-line'))
const inList = () => within(screen.getByRole('list'))
const readAgain = () => client.invalidateQueries()

it('a late answer leaves the focus where it has gone meanwhile, and letters are not commands there', async () => {
  const user = userEvent.setup()
  await user.click(button(/^Ingatkan: .* a$/))
  expect(button(/^Mengingatkan…: .* a$/)).toBeTruthy()
  const search = screen.getByLabelText('Cari')
  await user.click(search)
  await inList().findByText('1 orang diberi tahu di SEPAKAT.')
  expect(document.activeElement).toBe(search)
  await user.keyboard('ini')
  expect(reminded).toEqual(['a'])
})

it('goes on at the next line where the focus was, and a letter sends no reminder while none of the lines has the focus', async () => {
  const user = userEvent.setup()
  await user.keyboard('i')
  expect(reminded).toEqual([])
  await user.click(button(/^Ingatkan: .* a$/))
  await inList().findByText('1 orang diberi tahu di SEPAKAT.')
  await waitFor(() => expect(document.activeElement).toBe(links()[1]))
})

it('what is still stuck after an extension keeps its line, with what was done in it', async () => {
  const user = userEvent.setup()
  await user.click(button(/^Perpanjang: .* a$/))
  await user.type(screen.getByLabelText('Tenggat baru'), '31-12-2099')
  await user.type(screen.getByLabelText('Alasan'), 'Banjir.')
  await user.click(button(/^Perpanjang tenggat$/))
  await inList().findByText(/^Tenggat perbaikan .* sekarang /)
  expect(links()).toHaveLength(2)
  expect(screen.getByText('2 laporan')).toBeTruthy()
  listed = [line('b')]
  await readAgain()
  await screen.findByText('1 laporan')
  expect(links()).toHaveLength(1)
  expect(inList().getByText(/^Tenggat .* sekarang /)).toBeTruthy()
  listed = [line('a', { why: 'late' }), line('b')]
  await readAgain()
  await screen.findByText('2 laporan')
  expect(links()).toHaveLength(2)
})

it('goes on at what was done where it was the only line of its list', async () => {
  const user = userEvent.setup()
  listed = [line('a')]
  await readAgain()
  await screen.findByText('1 laporan')
  await user.click(button(/^Perpanjang: .* a$/))
  await user.type(screen.getByLabelText('Tenggat baru'), '31-12-2099')
  await user.type(screen.getByLabelText('Alasan'), 'Banjir.')
  listed = []
  await user.click(button(/^Perpanjang tenggat$/))
  await waitFor(() => expect(links).toThrow())
  expect(document.activeElement?.textContent).toMatch(/^ Tenggat .* sekarang /)
})

it('keeps what was typed: Escape, another tool and a list that no longer has the line lose nothing', async () => {
  const user = userEvent.setup()
  await user.click(button(/^Pesan: .* a$/))
  const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Pesan' })
  expect(document.activeElement).toBe(text())
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox', { name: 'Pesan' })).toBeNull()
  await user.click(button(/^Pesan: .* a$/))
  await user.type(text(), ' Salam.')
  await user.keyboard('{Escape}')
  expect(text().value).toContain('Salam.')
  await user.keyboard('{Escape}')
  await user.click(button(/^Pesan: .* a$/))
  expect(text().value).toContain('Salam.')
  await user.click(button(/^Perpanjang: .* a$/))
  await user.type(screen.getByLabelText('Alasan'), 'Banjir.')
  await user.click(button(/^Pesan: .* a$/))
  expect(text().value).toContain('Salam.')
  listed = [line('b')]
  await readAgain()
  await screen.findByText('Laporan ini sudah tidak ada di daftar ini.')
  expect(text().value).toContain('Salam.')
  await user.click(button(/^Perpanjang: .* a$/))
  expect(screen.getByLabelText<HTMLTextAreaElement>('Alasan').value).toBe('Banjir.')
})

it('keeps what was typed in a line while another filter is chosen, until it is sent or discarded', async () => {
  const user = userEvent.setup()
  await user.click(button(/^Pesan: .* b$/))
  const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Pesan' })
  await user.clear(text())
  expect(text().value).toBe('')
  await user.type(text(), 'Apa kabar?')
  await user.click(button(/^Perpanjang: .* b$/))
  const reason = () => screen.getByLabelText<HTMLTextAreaElement>('Alasan')
  const day = () => screen.getByLabelText<HTMLInputElement>('Tenggat baru')
  await user.type(day(), '31-12-2099')
  await user.type(reason(), 'Banjir.')
  const filter = async () => {
    await user.click(button(/^Saring$/))
    await screen.findByText('2 laporan')
    await user.click(button(/^Perpanjang: .* b$/))
  }
  await filter()
  await waitFor(() => expect([day().value, reason().value]).toEqual(['31-12-2099', 'Banjir.']))
  await user.click(button(/^Pesan: .* b$/))
  await waitFor(() => expect(text().value).toBe('Apa kabar?'))
  await user.click(button(/^Perpanjang: .* b$/))
  await user.click(button(/^Perpanjang tenggat$/))
  await inList().findByText(/^Tenggat perbaikan .* sekarang /)
  await filter()
  expect([day().value, reason().value]).toEqual(['', ''])
  await user.type(reason(), 'Gempa.')
  await user.click(button(/^Batal$/))
  await filter()
  expect(reason().value).toBe('')
})

it('a reminder that failed has no picture of sending', async () => {
  const user = userEvent.setup()
  listed = [line('a', { obligation: 'unknown/x' })]
  await readAgain()
  await screen.findByText('1 laporan')
  await user.click(button(/^Ingatkan/))
  const said = await waitFor(() => {
    const found = [...document.querySelectorAll('li small')].at(-1)
    if (!found?.querySelector('svg')) throw new Error('not yet')
    return found
  })
  expect(within(said as HTMLElement).queryByText(/diberi tahu/)).toBeNull()
})
