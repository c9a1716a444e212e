import { partOf } from '#testing/partOf.ts'
import { testServer } from '#testing/testServer.ts'
import 'fake-indexeddb/auto'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { evaluatedForm } from '#sheet/answers/fixtures/evaluatedForm.ts'
import { type FormStore, formStoreOf } from '#sheet/answers/formStore.ts'
import { notesQuery, submissionQuery } from '#submissions/submissionQueries.ts'
import type { Me, Submission } from '#sync/apiTypes.ts'
import { newId } from '#sync/newId.ts'
import { memoryOutboxStore } from '#sync/outbox/memoryOutboxStore.ts'
import type { Saved } from '#sync/outbox/pending.ts'
import { NoAnswerError } from '#sync/problems/ProblemError.ts'
import { MeProvider } from '#sync/session/me.tsx'
import { openTestVault } from '#sync/vault/openTestVault.ts'
import { axeFinds } from '#testing/axeFinds.ts'
import { type Sheet, sheetOf } from '../model/sheet.ts'
import type { Note } from '../ReviewContext.ts'
import { figure, finding, firstAnswers, kind, revision, secondAnswers } from '../testing/revision.ts'
import { ReviewScreen } from './ReviewScreen.tsx'

const server = testServer()
beforeEach(() => {
  Element.prototype.scrollIntoView = () => {}
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width'),
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  vi.stubGlobal('scrollTo', () => {})
})

const id = '0199f5a0-0000-7000-8000-000000000001'
const root = `${location.origin}/api/v1/submissions/${id}`
const by = { actor: 'post:me', name: 'Budi', title: 'Verifikator' }
const me = partOf<Me>({
  person: { id: 'p', name: 'Budi', nip: null, username: null },
  post: null,
  posts: [{ id: 'me' }],
  permissions: ['submission.read', 'submission.review'],
  contact: { name: '', whatsapp: '' },
  region: { name: 'Kabupaten', zone: 'Asia/Makassar' },
  now: new Date().toISOString(),
})
const reviewing: Submission['moves'] = [
  { move: 'release', needs: [] },
  { move: 'return', needs: [{ code: 'open-note', message: 'Tulis catatan.' }] },
  { move: 'approve', needs: [{ code: 'ticks', message: 'Centang.' }] },
]
const submissionWith = (more: Partial<Submission> = {}): Submission => ({
  id,
  office: { id: 'o', name: 'Dinas Karangan', shortName: 'Dinas' },
  form: 'lkpj/karangan',
  title: 'Laporan karangan',
  reportType: 'lkpj',
  period: '2026-TW2',
  periodTitle: 'Triwulan II 2026',
  number: 1,
  practice: false,
  formVersion: 1,
  newestVersion: 1,
  status: 'in-review',
  submittedFrom: 'returned',
  version: 20,
  progress: {},
  dueAt: null,
  closesAt: null,
  returnDueAt: null,
  late: false,
  origin: 'filed',
  claimedBy: by,
  openAnchors: null,
  latestRevision: 2,
  approvedRevision: null,
  statusAt: '2026-07-02T00:00:00.000Z',
  statusBy: by,
  submittedAt: '2026-07-01T00:00:00.000Z',
  recheck: null,
  readable: true,
  part: null,
  contributions: [],
  reopenRequests: [],
  moves: reviewing,
  numbers: [],
  ticks: [],
  ...more,
})

/** The rows of the second revision that declare a state. */
const declared = ['/parts/satu.b', '/services/dua', '/problems/dua']

const first = revision(1, firstAnswers)
const second = revision(2, secondAnswers, {
  findings: [finding('/services/satu/served', { why: '/services/satu/why-odd' })],
  figures: [figure('satu', '75'), figure('', '61'), figure('2.11', '64')],
})
const sheet = sheetOf({ kind, body: second, base: first })
const line = (n: number) => ({
  n,
  at: '2026-07-01T00:00:00.000Z',
  by,
  sha256: '0'.repeat(64),
  receipt: `LKPJ-${n}`,
  ruleSet: '2026.1',
  lastChange: 10 * n,
  status: 'handed-in' as const,
  evaluated: false,
  corrects: null,
  seal: null,
})

/** As in the page: data is cached by Query, and rerendered when a move or tick has changed it. */
function Page({ shown, evaluation, onRefresh }: { shown: Sheet; evaluation?: FormStore; onRefresh: () => void }) {
  const submission = useQuery(submissionQuery(id)).data
  const notes = useQuery(notesQuery(id)).data
  if (!submission || !notes) return null
  return (
    <ReviewScreen
      submission={submission}
      sheet={shown}
      revision={line(2)}
      revisions={[line(1), line(2)]}
      notes={notes.items}
      files={[]}
      evaluation={evaluation ?? null}
      version={20}
      onRefresh={onRefresh}
    />
  )
}

async function open(start: Submission, notes: Note[] = [], shown = sheet, evaluation?: FormStore) {
  let now = start
  const bodies: Record<string, unknown[]> = {}
  const headers: Record<string, string | null> = {}
  async function keep<T>(name: string, request: Request): Promise<T> {
    const body = (await request.json()) as T
    headers[name] = request.headers.get('if-match')
    bodies[name] = [...(bodies[name] ?? []), body]
    return body
  }
  server.use(
    http.get(root, () => HttpResponse.json(now)),
    http.get(`${root}/notes`, () => HttpResponse.json({ items: notes })),
    http.put(`${root}/ticks`, async ({ request }) => {
      const {
        anchor = '',
        anchors = [anchor],
        ticked,
      } = await keep<{
        anchor?: string
        anchors?: string[]
        ticked: boolean
      }>('ticks', request)
      const others = now.ticks.filter(tick => !anchors.includes(tick.anchor))
      const ticks = ticked ? [...others, ...anchors.map(at => ({ anchor: at, revision: 2, by, at: '' }))] : others
      const all = declared.every(row => ticks.some(tick => tick.anchor === row))
      now = { ...now, ticks, moves: all ? reviewing.map(({ move }) => ({ move, needs: [] })) : reviewing }
      return HttpResponse.json(now)
    }),
    http.post(`${root}/:move`, async ({ request, params }) => {
      const { anchor = '', text = '' } = await keep<{ anchor?: string; text?: string }>(String(params.move), request)
      if (params.move === 'notes') {
        const note: Note = { id: 'n9', anchor, text, status: 'open', revision: 2, by, at: now.statusAt, answers: [] }
        notes.push(note)
        return HttpResponse.json(note, { status: 201 })
      }
      now = { ...now, status: 'returned', moves: [], claimedBy: null }
      return HttpResponse.json(now)
    }),
    http.get(`${root}/form`, () => HttpResponse.json({ settings: { signing: false, secondReview: false } })),
    http.get(`${root}/revisions`, () => HttpResponse.json({ items: [line(1), line(2)] })),
  )
  const onRefresh = vi.fn()
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const { container, unmount } = render(
    <MeProvider me={me} setMe={() => {}}>
      <QueryClientProvider client={client}>
        <MemoryRouter>
          <Page shown={shown} evaluation={evaluation} onRefresh={onRefresh} />
        </MemoryRouter>
      </QueryClientProvider>
    </MeProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  return { container, unmount, bodies, headers, onRefresh }
}

const bar = () => within(screen.getByRole('region', { name: 'Tindakan' }))

describe('the review screen', () => {
  it('shows what changed, findings with their explanation, and declared states', async () => {
    const { container } = await open(submissionWith())
    expect(screen.getByText('sebelumnya 70')).toBeTruthy()
    // of the whole, and not of figures that only the region adds up
    expect(screen.getByRole('button', { name: /^61,00 %/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^64,00 %/ })).toBeNull()
    expect(screen.getByText('Angka ini tidak biasa.').textContent).toContain('Penjelasan operator: Sudah dicek.')
    expect(screen.getByRole('row', { name: /^Listrik/ }).textContent).toContain('baris baru')
    expect(screen.getByText('Stok').closest('li')?.textContent).toContain('Dihapus:')
    expect(screen.getByText('Tidak ada sasaran.', { exact: false }).textContent).toContain('Tanpa bukti.')
    expect(await axeFinds(container)).toEqual([])
  })

  it('can be filtered to what changed', async () => {
    await open(submissionWith())
    expect(screen.getByRole('heading', { level: 2, name: 'Layanan dua' })).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: /Hanya yang berubah/ }))
    expect(screen.queryByRole('heading', { name: 'Layanan dua' })).toBeNull()
    expect(screen.getByText('sebelumnya 70')).toBeTruthy()
  })

  it('shows a figure’s derivation on one press', async () => {
    await open(submissionWith())
    await userEvent.click(screen.getByRole('button', { name: /^75,00 %, cara menghitung Capaian/ }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText(/75 ÷ 100/)).toBeTruthy()
    expect(dialog.getByText('2026.1')).toBeTruthy()
  })

  it('says why it cannot be approved until every declared state is accepted', async () => {
    const { bodies, headers } = await open(submissionWith())
    expect(bar().getByText('3 isian nihil belum disetujui.')).toBeTruthy()
    await userEvent.keyboard('s')
    expect(screen.queryByRole('dialog')).toBeNull()
    for (const box of screen.getAllByRole('checkbox', { name: /^Setujui nihil/ })) await userEvent.click(box)
    await waitFor(() => expect(bar().queryByText(/belum disetujui/)).toBeNull())
    expect(bodies.ticks).toHaveLength(3)
    await userEvent.keyboard('s')
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Setujui' }))
    await waitFor(() => expect(bodies.approve).toEqual([{}]))
    expect(headers.approve).toBe('"20"')
  })

  it('shows all that was declared, with reasons and evidence, and accepts it by one press', async () => {
    const { bodies, container } = await open(submissionWith())
    await userEvent.keyboard('l')
    const dialog = within(await screen.findByRole('dialog', { name: '3 isian nihil untuk disetujui' }))
    expect(dialog.getAllByRole('listitem').map(line => line.textContent)).toEqual([
      expect.stringMatching(/Bagian satu\.b.*Nihil.*Tidak perlu\..*Tanpa bukti\./),
      expect.stringMatching(/^Nihil Tidak ada sasaran\..*Tanpa bukti\./),
      expect.stringMatching(/Permasalahan.*Dinyatakan tidak ada\./),
    ])
    expect(await axeFinds(container)).toEqual([])
    expect(document.activeElement?.textContent).toBe('Setujui 3 isian nihil')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(bodies.ticks).toEqual([{ anchors: declared, ticked: true }]))
    await waitFor(() => expect(bar().queryByText(/belum disetujui/)).toBeNull())
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('goes from one declared row to the next by a key', async () => {
    await open(submissionWith())
    for (const anchor of [...declared, declared[0]]) {
      await userEvent.keyboard('d')
      await waitFor(() => expect(document.activeElement?.id).toBe(anchor))
    }
  })

  it('names before approval what was not looked at, and findings with their explanation', async () => {
    const ticks = declared.map(anchor => ({ anchor, revision: 2, by, at: '' }))
    const moves = reviewing.map(({ move }) => ({ move, needs: [] }))
    const { bodies, container } = await open(submissionWith({ ticks, moves }))
    await userEvent.keyboard('s')
    const dialog = within(await screen.findByRole('dialog', { name: 'Setujui kiriman ke-2' }))
    expect(dialog.getByText('4 dari 6 baris belum Anda tandai diperiksa')).toBeTruthy()
    expect(dialog.getByText('1 temuan dengan penjelasan operator')).toBeTruthy()
    expect(dialog.getByText('Angka ini tidak biasa.', { exact: false }).textContent).toContain('Sudah dicek.')
    expect(await axeFinds(container)).toEqual([])
    expect(document.activeElement?.textContent).toBe('Setujui')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(bodies.approve).toEqual([{}]))
  })

  it('names an earlier period that is not approved, with its current state', async () => {
    const moves = reviewing.map(({ move }) => ({ move, needs: [] }))
    const of = (submission: string) => ({ submission, revision: 1, sha256: '', status: 'handed-in' as const })
    const shown = sheetOf({ kind, body: { ...second, sources: { previous: of('q1'), other: of('q2') } }, base: first })
    server.use(
      http.get(`${location.origin}/api/v1/submissions/q1`, () => HttpResponse.json({ id: 'q1', status: 'in-review' })),
    )
    await open(submissionWith({ moves }), [], shown)
    await userEvent.click(screen.getAllByRole('checkbox', { name: /^Setujui nihil/ })[0]!)
    for (const box of screen.getAllByRole('checkbox', { name: /^Setujui nihil/, checked: false }))
      await userEvent.click(box)
    await userEvent.keyboard('s')
    const dialog = within(await screen.findByRole('dialog'))
    expect(await dialog.findByText('Triwulan I 2026 belum disetujui: Diperiksa')).toBeTruthy()
    expect(dialog.queryByText(/lkpj\/lain/)).toBeNull()
  })

  it('reverts a tick that the server refuses', async () => {
    await open(submissionWith())
    server.use(
      http.put(`${root}/ticks`, () =>
        HttpResponse.json(
          { type: '', code: 'needs-unmet', status: 409, title: 'Belum', detail: 'Ambil dahulu.', instance: 'r' },
          { status: 409 },
        ),
      ),
    )
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Diperiksa: Layanan satu' })
    await userEvent.click(box)
    await screen.findByText('Ambil dahulu.')
    await waitFor(() => expect(box.checked).toBe(false))
  })

  it('moves between rows and notes one by keys alone', async () => {
    const { bodies } = await open(submissionWith())
    await userEvent.keyboard('jj')
    await waitFor(() => expect(document.activeElement?.id).toBe('/parts/satu.a'))
    await userEvent.keyboard('t')
    await waitFor(() => expect(bodies.ticks).toEqual([{ anchor: '/parts/satu.a', ticked: true }]))
    await userEvent.keyboard('c')
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
    await userEvent.keyboard('Lampirkan rekapnya.{Control>}{Enter}{/Control}')
    await waitFor(() => expect(bodies.notes).toHaveLength(1))
    expect(bodies.notes?.[0]).toMatchObject({ anchor: '/parts/satu.a', text: 'Lampirkan rekapnya.' })
    expect(await screen.findByRole('button', { name: '1 catatan: Bagian satu.a' })).toBeTruthy()
  })

  it('returns only with a note and a date, then says what it did', async () => {
    const { bodies } = await open(submissionWith())
    await userEvent.keyboard('b')
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Kembalikan' }))
    expect(dialog.getByText('Tulis paling sedikit satu catatan, di sini atau pada isiannya.')).toBeTruthy()
    await userEvent.type(dialog.getByLabelText('Catatan untuk laporan seluruhnya'), 'Lengkapi.')
    const date = dialog.getByLabelText('Jawaban ditunggu sampai')
    await userEvent.clear(date)
    await userEvent.click(dialog.getByRole('button', { name: 'Kembalikan' }))
    expect(dialog.getByText('Isi sampai kapan jawaban ditunggu.')).toBeTruthy()
    expect(bodies.return).toBeUndefined()
    await userEvent.type(date, '31-12-2099')
    await userEvent.click(dialog.getByRole('button', { name: 'Kembalikan' }))
    await screen.findByText('Laporan dikembalikan kepada Dinas.')
    expect(bodies.notes).toHaveLength(1)
    expect(bodies.return).toEqual([{ dueAt: '2099-12-31T15:59:59.000Z' }])
  })

  it('restores an unsent note and reason when the report is opened again, until they are discarded', async () => {
    vi.stubGlobal('isSecureContext', true)
    await openTestVault('p')
    const note = async () => {
      await userEvent.keyboard('c')
      return screen.findByLabelText('Catatan', { selector: 'textarea' })
    }
    const back = async () => {
      await userEvent.keyboard('b')
      return within(await screen.findByRole('dialog'))
    }
    const reason = 'Catatan untuk laporan seluruhnya'
    const { unmount } = await open(submissionWith())
    await userEvent.type(await note(), 'Lampirkan rekapnya.')
    await userEvent.tab()
    await userEvent.type((await back()).getByLabelText(reason), 'Lengkapi.')
    unmount()
    await open(submissionWith())
    const again = await back()
    expect(await again.findByDisplayValue('Lengkapi.')).toBeTruthy()
    await userEvent.click(again.getByRole('button', { name: 'Batal' }))
    await note()
    expect(await screen.findByDisplayValue('Lampirkan rekapnya.')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Batal' }))
    const empty = (await back()).getByLabelText(reason)
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(empty).toHaveProperty('value', '')
    vi.stubGlobal('isSecureContext', false)
  })

  it('waits for a note that is being saved before it asks for one', async () => {
    await open(submissionWith())
    let answer = () => {}
    const saved = new Promise<void>(resolve => {
      answer = resolve
    })
    server.use(
      http.post(`${root}/notes`, async () => {
        await saved
        return HttpResponse.json({}, { status: 503 })
      }),
    )
    await userEvent.keyboard('c')
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
    await userEvent.keyboard('Lampirkan rekapnya.{Control>}{Enter}{/Control}')
    await userEvent.click(bar().getByRole('button', { name: /^Kembalikan/ }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText('Catatan Anda masih disimpan.')).toBeTruthy()
    expect(dialog.queryByText(/^Belum ada catatan terbuka/)).toBeNull()
    answer()
    expect(await dialog.findByText(/^Belum ada catatan terbuka/)).toBeTruthy()
    expect(dialog.queryByText('Catatan Anda masih disimpan.')).toBeNull()
  })

  it('says that the report has changed since it was read, and offers the new version', async () => {
    const { onRefresh } = await open(
      submissionWith({ status: 'submitted', claimedBy: null, moves: [{ move: 'claim', needs: [] }] }),
    )
    server.use(
      http.post(`${root}/claim`, () =>
        HttpResponse.json(
          { type: '', code: 'stale', status: 412, title: 'Berubah', detail: 'Baca lagi.', instance: 'r', version: 21 },
          { status: 412 },
        ),
      ),
    )
    await userEvent.click(bar().getByRole('button', { name: /Ambil untuk diperiksa/ }))
    expect(await screen.findByText('Laporan ini berubah sejak Anda membukanya')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Tampilkan keadaan sekarang' }))
    expect(onRefresh).toHaveBeenCalledOnce()
  })

  it('lets a coordinator take it from a reviewer who cannot go on, with a reason', async () => {
    const claimedBy = { actor: 'post:other', name: 'Wati', title: 'Verifikator' }
    const { bodies } = await open(submissionWith({ claimedBy, moves: [{ move: 'unclaim', needs: [] }] }))
    await userEvent.click(screen.getByRole('button', { name: 'Lepaskan dari pemeriksa' }))
    const dialog = await screen.findByRole('dialog', { name: 'Lepaskan dari pemeriksa' })
    expect(dialog.textContent).toContain('Wati tidak lagi memeriksa laporan ini')
    await userEvent.type(within(dialog).getByLabelText(/^Alasan/), '  ')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lepaskan' }))
    expect(within(dialog).getByText('Tulis alasannya.')).toBeTruthy()
    await userEvent.type(within(dialog).getByLabelText(/^Alasan/), 'Wati sakit.')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Lepaskan' }))
    expect(await screen.findByText('Laporan dilepaskan; orang lain dapat mengambilnya.')).toBeTruthy()
    expect(bodies.unclaim).toEqual([{ reason: 'Wati sakit.' }])
  })

  it('offers no actions to a reader, and names who has claimed it', async () => {
    const other = { actor: 'post:other', name: 'Sari', title: 'Verifikator' }
    const moves = [{ move: 'approve', needs: [{ code: 'own-claim', message: 'Ambil dahulu.' }] }]
    await open(submissionWith({ claimedBy: other, moves }))
    expect(screen.getByText(/Diperiksa oleh Sari/)).toBeTruthy()
    expect(bar().getByText('Sari sedang memeriksanya.')).toBeTruthy()
    expect(screen.queryByRole('checkbox', { name: /^Diperiksa/ })).toBeNull()
  })
})

/** An evaluator's store, over a line that is there or not, and a server that takes a change or not. */
function evaluating() {
  const now: { line: boolean; says: object } = { line: true, says: { result: 'applied', rev: 21 } }
  const send = vi.fn(async (changes: { changeId: string }[]) => {
    if (!now.line) throw new NoAnswerError('offline')
    return { version: 21, results: changes.map(({ changeId }) => ({ changeId, ...now.says })) } as Saved
  })
  const store = formStoreOf({
    ...{ form: evaluatedForm(), answers: { parts: { a: { met: true } } }, version: 20, revs: {}, removed: {}, send },
    disk: memoryOutboxStore(newId(), newId()),
  })
  store.setAccess({ open: true, writer: 'evaluator', anchors: null })
  return { store, now, send }
}

describe('a move of an evaluator', () => {
  const moves = reviewing.map(({ move }) => ({ move, needs: [] }))
  const ticks = declared.map(anchor => ({ anchor, revision: 2, by, at: '' }))
  const ready = submissionWith({ moves, ticks })
  const approve = async () => {
    await userEvent.keyboard('s')
    return within(await screen.findByRole('dialog'))
  }

  it('waits until a change whose first try failed is sent, and is of the report with it', async () => {
    const { store, now, send } = evaluating()
    const { bodies, headers } = await open(ready, [], sheet, store)
    now.line = false
    act(() => store.set('/parts/a/grade', 'B'))
    await waitFor(() => expect(store.outbox.state().failure).not.toBeNull())
    now.line = true
    const tries = send.mock.calls.length
    await userEvent.click((await approve()).getByRole('button', { name: 'Setujui' }))
    await waitFor(() => expect(bodies.approve).toEqual([{}]))
    expect(send.mock.calls.length).toBe(tries + 1)
    expect(headers.approve).toBe('"21"')
    store.stop()
  })

  it('is not made while a change cannot be sent; it says so', async () => {
    const { store, now } = evaluating()
    const { bodies } = await open(ready, [], sheet, store)
    now.line = false
    act(() => store.set('/parts/a/grade', 'B'))
    const dialog = await approve()
    await userEvent.click(dialog.getByRole('button', { name: 'Setujui' }))
    expect(await dialog.findByText('1 isian Anda belum tersimpan')).toBeTruthy()
    expect(dialog.getByText(/belum sampai di server: periksa sambungan/)).toBeTruthy()
    await userEvent.click(dialog.getByRole('button', { name: 'Batal' }))
    await userEvent.click(bar().getByRole('button', { name: /^Lepaskan/ }))
    expect(await screen.findByText('1 isian Anda belum tersimpan')).toBeTruthy()
    expect([bodies.approve, bodies.release]).toEqual([undefined, undefined])
    store.stop()
  })

  it('is not made where a change is refused while it waits', async () => {
    const { store, now } = evaluating()
    const { bodies } = await open(ready, [], sheet, store)
    now.says = { result: 'locked', why: 'claim', status: 'in-review', since: line(2).at, by: null, name: '' }
    const dialog = await approve()
    act(() => store.set('/parts/a/grade', 'B'))
    await userEvent.click(dialog.getByRole('button', { name: 'Setujui' }))
    expect(await dialog.findByText(/Putuskan dahulu isian yang tertolak/)).toBeTruthy()
    expect(bodies.approve).toBeUndefined()
    store.stop()
  })

  it('is possible again once a refused change is sent again, put aside or discarded at its place', async () => {
    const { store, now } = evaluating()
    const { container } = await open(ready, [], sheet, store)
    now.says = { result: 'refused', message: 'Belum boleh.' }
    act(() => store.set('/parts/a/grade', 'B'))
    const list = () => screen.findByText('1 isian Anda belum tersimpan')
    await list()
    expect(bar().getByText(/^1 isian Anda belum tersimpan\.$/)).toBeTruthy()
    expect(await axeFinds(container)).toEqual([])
    now.says = { result: 'applied', rev: 21 }
    await userEvent.click(screen.getByRole('button', { name: /^Kirim lagi/ }))
    await waitFor(() => expect(store.outbox.state()).toMatchObject({ waiting: 0, stuck: 0 }))
    expect(store.cell('/parts/a/grade')).toBe('B')

    now.says = { result: 'refused', message: 'Belum boleh.' }
    act(() => store.set('/parts/a/grade', 'CC'))
    await list()
    act(() => store.resolve.aside('/parts/a/grade'))
    expect(await screen.findByText('1 isian Anda simpan di samping')).toBeTruthy()
    expect(bar().queryByText(/^1 isian Anda belum tersimpan\.$/)).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /^Buang/ }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Buang' }))
    expect(store.outbox.state().stuck).toBe(0)
    expect(store.cell('/parts/a/grade')).toBe('B')
    store.stop()
  })
})
