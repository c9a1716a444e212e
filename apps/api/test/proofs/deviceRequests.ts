import { demoPassword } from '@sepakat/db/seed/demo.ts'
import { beginPieces, nextPiece, putOf } from '#testing/pieces.ts'
import { emptyMachine, restoreOn } from '#testing/restoring.ts'
import { type Caller, type TestApi, testApi } from '#testing/testApi.ts'
import { pdf } from '#testing/upload.ts'

/** A request, by whom, and what it was answered. */
export interface Said {
  request: string
  status: number
  etag: string
  /** Parsed, where it is JSON. */
  body: unknown
}

const names = {
  health: 'operator.dinkes',
  social: 'operator.dinsos',
  spm: 'verifikator.spm',
  coordinator: 'koordinator',
  leader: 'pimpinan',
  auditor: 'pengawas',
  admin: 'pengelola',
} as const
type Who = keyof typeof names
type Ids = Record<'third' | 'approved' | 'waiting' | 'free' | 'note1' | 'note2' | 'me', string>
type Step = [who: Who, request: string, body?: unknown, headers?: Record<string, string>]

const id = (n: number) => `0199f5b0-0000-7000-8000-0000000000${n.toString(16).padStart(2, '0')}`
const served = '/recipients/ibu-hamil/served'
const set = (n: number, pointer: string, value: unknown, base: number) => ({
  changeId: id(n),
  op: 'set',
  pointer,
  value,
  base,
})
const content = pdf('bukti')
const due = '2036-05-04T09:00:00+08:00'

/** What everybody's devices read, before and after the rest. */
const reads = ({ third, approved, waiting }: Ids): Step[] => [
  ['health', 'GET /session'],
  ['health', 'GET /obligations'],
  ['health', 'GET /submissions'],
  ['health', `GET /submissions/${third}`],
  ['health', `GET /submissions/${third}/form`],
  ['health', `GET /submissions/${third}/answers?revs=true`],
  ['health', `GET /submissions/${third}/notes`],
  ['health', `GET /submissions/${third}/attachments`],
  ['health', `GET /submissions/${third}/changes?since=570`],
  ['health', `GET /submissions/${third}/changes?pointer=${encodeURIComponent(served)}`],
  ['health', `GET /submissions/${third}/events`],
  ['health', `GET /submissions/${third}/contributors`],
  ['health', `GET /submissions/${approved}/revisions`],
  ['health', `GET /submissions/${approved}/revisions/1`],
  ['health', `GET /submissions/${waiting}`],
  ['health', 'GET /contributions'],
  ['health', 'GET /announcements'],
  ['social', `GET /submissions/${waiting}`],
  ['social', `GET /submissions/${third}`],
  ['spm', 'GET /submissions?status=submitted&form=spm/triwulan'],
  ['spm', `GET /submissions/${third}`],
  ['spm', `GET /submissions/${third}/answers`],
  ['spm', `GET /submissions/${waiting}/revisions/1`],
  ['spm', 'GET /reopen-requests'],
  ['coordinator', 'GET /overview?year=2026'],
  ['coordinator', 'GET /recap?form=spm/triwulan&period=2026-TW1'],
  ['coordinator', 'GET /periods'],
  ['coordinator', 'GET /waves'],
  ['coordinator', 'GET /assignments?form=spm/triwulan&year=2026'],
  ['coordinator', 'GET /catalogues'],
  ['coordinator', 'GET /rule-sets'],
  ['coordinator', 'GET /nomenclature'],
  ['leader', 'GET /figures?form=spm/triwulan&period=2026-TW1'],
  ['leader', 'GET /overview?year=2026'],
  ['auditor', `GET /submissions/${approved}/events`],
  ['auditor', 'GET /secondings'],
  ['admin', 'GET /people'],
  ['admin', 'GET /offices'],
  ['admin', 'GET /settings'],
  ['admin', 'GET /keys'],
]

/** What offices, reviewers and administrators send on a working day, with what is refused among it. */
const writes = ({ third, approved, waiting, free, note1, note2, me }: Ids): Step[] => [
  ['health', `PUT /submissions/${third}/presence`, { at: served }],
  ['health', `PATCH /submissions/${third}/answers`, { changes: [set(1, served, '1100', 576)], device: 'HP lama' }],
  ['health', `PATCH /submissions/${third}/answers`, { changes: [set(1, served, '1100', 576)], device: 'HP lama' }],
  ['health', `PATCH /submissions/${third}/answers`, { changes: [set(2, served, '1150', 576)] }],
  ['health', `PATCH /submissions/${third}/answers`, { changes: [set(3, served, { asTyped: '12,5x' }, 577)] }],
  ['health', `PATCH /submissions/${third}/answers`, { changes: [set(4, '/recipients/tak-ada/served', '1', 0)] }],
  ['health', `PATCH /submissions/${third}/answers`, { changes: [set(5, served, '9', 0)] }, { 'if-match': '"1"' }],
  ['health', `PATCH /submissions/${third}/answers`, { changes: [] }],
  ['social', `PATCH /submissions/${third}/answers`, { changes: [set(6, served, '7', 578)] }],
  ['spm', `PATCH /submissions/${third}/answers`, { changes: [set(7, served, '7', 578)] }],
  ['health', `PATCH /submissions/${waiting}/answers`, { changes: [set(8, served, '7', 0)] }],
  [
    'health',
    `POST /submissions/${third}/submit`,
    { deviceAt: '2026-11-01T09:00:00+08:00' },
    { 'idempotency-key': 'a' },
  ],
  ['health', `POST /submissions/${third}/notes/${note1}/answers`, { text: 'Sudah dicocokkan.' }],
  ['health', `POST /submissions/${third}/notes/${note2}/answers`, { text: 'Rekap terlampir.' }],
  ['health', `POST /submissions/${third}/notes/${note2}/answers`, { text: '' }],
  [
    'health',
    `POST /submissions/${third}/contributions`,
    { id: id(20), anchors: ['/recipients/ibu-hamil'], person: me, dueAt: due },
  ],
  ['health', `POST /submissions/${third}/contributions/${id(20)}/done`],
  ['health', `PATCH /submissions/${third}/answers`, { changes: [set(9, served, '1100', 578)] }],
  ['health', `POST /submissions/${third}/submit`, {}, { 'idempotency-key': 'b' }],
  ['health', `POST /submissions/${third}/submit`, {}, { 'idempotency-key': 'b' }],
  ['health', `POST /submissions/${third}/submit`, { deviceAt: due }, { 'idempotency-key': 'b' }],
  ['health', `POST /submissions/${third}/submit`, {}],
  ['health', `POST /submissions/${third}/withdraw`],
  ['spm', `POST /submissions/${waiting}/claim`],
  ['spm', `POST /submissions/${waiting}/notes`, { id: id(30), anchor: '/recipients/gepeng', text: 'Mohon dicek.' }],
  ['spm', `PUT /submissions/${waiting}/ticks`, { anchor: '/recipients/gepeng', ticked: true }],
  ...['gepeng', 'anak-telantar', 'korban-bencana', 'lansia-telantar'].map(
    (row): Step => ['spm', `PUT /submissions/${waiting}/ticks`, { anchor: `/actions/${row}`, ticked: true }],
  ),
  ['spm', `POST /submissions/${waiting}/approve`],
  ['spm', `POST /submissions/${waiting}/return`, { dueAt: '2020-01-01T00:00:00+08:00' }],
  ['spm', `POST /submissions/${waiting}/return`, { dueAt: due }],
  ['social', `POST /submissions/${waiting}/notes/${id(30)}/answers`, { text: 'Sudah benar.' }],
  ['social', `POST /submissions/${waiting}/submit`, {}],
  ['spm', `POST /submissions/${waiting}/claim`],
  ['spm', `POST /submissions/${waiting}/notes/${id(30)}/resolve`],
  ['spm', `PUT /submissions/${waiting}/ticks`, { anchor: '/actions/disabilitas-telantar', ticked: true }],
  ['spm', `POST /submissions/${waiting}/approve`],
  [
    'health',
    `POST /submissions/${approved}/reopen-requests`,
    { id: id(40), reason: 'Data pusat berubah.', changes: [] },
  ],
  ['coordinator', `POST /submissions/${approved}/reopen-requests/${id(40)}/decline`, { reason: 'Tahun depan.' }],
  ['coordinator', `POST /submissions/${approved}/reopen`, { reason: 'Data dikoreksi.', dueAt: due }],
  ['health', `GET /obligations/${free}/draft`],
  ['health', 'POST /submissions', { obligation: free }],
  ['health', 'POST /submissions', { obligation: free }],
  ['social', 'POST /submissions', { obligation: free }],
  ['admin', 'POST /announcements', { text: 'Rapat.', from: '2026-01-01', to: '2036-01-01', reportTypes: ['spm'] }],
  ['admin', 'POST /announcements', { text: 'Rapat.', from: '2026-01-01', to: '2020-01-01', reportTypes: ['spm'] }],
  ['health', 'POST /announcements', { text: 'Rapat.', from: '2026-01-01', to: '2036-01-01', reportTypes: ['spm'] }],
  ['admin', 'POST /people', { name: 'Siti Aminah', username: 'siti.aminah' }],
  ['admin', 'POST /people', { name: 'Siti Aminah', username: 'siti.aminah' }],
  ['admin', 'POST /periods/preview', { form: 'spm/triwulan', key: '2031-TW1', opensAt: due, dueAt: due }],
]

const began = Date.now()
/** After the tables of `release-0.1.tar` were written, and before the first recording. */
const recordedFrom = Date.parse('2026-11-30T20:00:00Z')
/** A UUIDv7 starts with the millisecond in which it was made. */
const isNew = (id: string): boolean => Number.parseInt(id.replace('-', '').slice(0, 12), 16) >= recordedFrom

/** What is new in each run is told by its kind alone. */
const masked = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, id => (isNew(id) ? '<id>' : id))
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, '<instant>')
    .replace(/\b[0-9a-f]{64}\b/g, '<digest>')
    .replace(/"instance":"[^"]*"/g, '"instance":"<request>"')
    .replace(/"seal":("[^"]*"|null)/g, '"seal":"<seal>"')

const parsed = (text: string): unknown => (/^[[{]/.test(text) ? JSON.parse(text) : text)

/** The day after it was recorded: what is late or closed then is so in every later run. */
const thatDay = () => new Date(Date.parse('2026-12-01T09:00:00+08:00') + Date.now() - began)

/** The product over what a kept backup holds, on the day after the recording. */
export const restored = async (file: string): Promise<TestApi> => {
  const place = await emptyMachine()
  await restoreOn(place, file)
  return testApi(undefined, { place, now: thatDay })
}

const signIn = async (api: TestApi, name: string): Promise<Caller['call']> => {
  const answer = await api.stranger.call('POST', '/session', { name, password: demoPassword })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const cookie = answer.cookies.map(one => `${one.name}=${encodeURIComponent(one.value)}`).join('; ')
  return (method, path, body, headers) => api.stranger.call(method, path, body, { cookie, ...headers })
}

/** Devices and programs of the demo region, signed in. */
export const demoDevices = async (api: TestApi) => {
  const callers = new Map<Who, Caller['call']>()
  for (const [who, name] of Object.entries(names) as [Who, string][]) callers.set(who, await signIn(api, name))
  const by = (who: Who) => callers.get(who)!
  const first = async (who: Who, path: string) => (await by(who)('GET', path)).json().items[0]
  const reportOf = async (who: Who, period: string) =>
    (await first(who, `/submissions?form=spm/triwulan&period=${period}`)).submission as string
  const third = await reportOf('health', '2026-TW3')
  const notes = (await by('health')('GET', `/submissions/${third}/notes`)).json().items as { id: string }[]
  const ids: Ids = {
    third,
    approved: await reportOf('health', '2026-TW1'),
    waiting: await reportOf('social', '2026-TW3'),
    free: (await first('health', '/obligations?form=spm/triwulan&period=2026-TW4')).obligation,
    note1: notes[0]!.id,
    note2: notes[1]!.id,
    me: (await by('health')('GET', '/session')).json().person.id,
  }
  const say = async (steps: Step[]): Promise<Said[]> => {
    const said: Said[] = []
    for (const [who, request, body, headers] of steps) {
      const [method = '', path = ''] = request.split(' ')
      const answer = await by(who)(method as 'GET', path, body ?? (method === 'POST' ? {} : undefined), headers)
      const { etag = '' } = answer.headers
      said.push({
        request: `${who} ${request}`,
        status: answer.statusCode,
        // a strong one ends in the era of the restore, which is another each time
        etag: etag.startsWith('W/') ? 'W/' : etag.replace(/-\w+"$/, '"'),
        body: parsed(masked(answer.body)),
      })
    }
    return said
  }
  /** A file in two pieces, attached, and attached again. */
  const sendFile = async (): Promise<number[]> => {
    const caller: Caller = { call: by('health') } as Caller
    const half = content.length >> 1
    const answers = [
      await beginPieces(caller, third, id(50), content.length, content.subarray(0, half)),
      await nextPiece(caller, third, id(50), half, content.subarray(half)),
      await by('health')('PUT', `/submissions/${third}/attachments/${id(50)}`, putOf(content, { anchor: served })),
      await by('health')('PUT', `/submissions/${third}/attachments/${id(50)}`, putOf(content, { anchor: served })),
    ]
    return answers.map(({ statusCode }) => statusCode)
  }
  return { read: () => say(reads(ids)), write: () => say(writes(ids)), sendFile }
}
