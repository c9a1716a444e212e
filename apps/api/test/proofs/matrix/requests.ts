import { newestCatalogue, reader } from '@sepakat/db'
import { proposeShipped } from '@sepakat/db/seed/seedReference.ts'
import { v7 } from 'uuid'
import { soon } from '#testing/filing.ts'
import { injectStream } from '#testing/injectStream.ts'
import { beginPieces, nextPiece, putOf, uploadPieces } from '#testing/pieces.ts'
import { setUpSecondFactor } from '#testing/secondFactor.ts'
import { makePaper } from '#testing/signing.ts'
import type { Caller, SignedIn } from '#testing/testApi.ts'
import { totpOf } from '#testing/totp.ts'
import { pdf, sendFile, upload } from '#testing/upload.ts'
import { must, type Report } from '../reports.ts'
import { webhookOf } from './webhookOf.ts'
import { password, type World } from './world.ts'

interface Ask {
  path: string
  body?: unknown
  /** What must have happened before, by those who may, for the request to be done. */
  prepare?: () => Promise<unknown>
  send?: () => ReturnType<Caller['call']>
}
export type MakeAsk = (world: World, report: Report, who: Caller & Partial<SignedIn>) => Ask | Promise<Ask>

const year = 2026
const day = '2026-03-31'
const form = 'spm/triwulan'
const of = (report: Report, rest = '') => `/submissions/${report.id}${rest}`
const move =
  (name: string, body: object = {}): MakeAsk =>
  (_, report) => ({ path: of(report, `/${name}`), body })
const part =
  (name: string, body?: object): MakeAsk =>
  (_, report) => ({ path: of(report, `/contributions/${report.contribution}/${name}`), body })
/** Of an upload that waits for its next piece. */
const started =
  (send?: (who: Caller, report: Report, id: string) => ReturnType<Caller['call']>): MakeAsk =>
  (_, report, who) => {
    const id = v7()
    return {
      path: of(report, `/uploads/${id}`),
      prepare: () => beginPieces(who, report.id, id, pdf().length + 4, Buffer.from('%PDF')),
      send: send && (() => send(who, report, id)),
    }
  }
const plain =
  (path: string, body?: unknown): MakeAsk =>
  () => ({ path, body })

const edition =
  (status: keyof World['editions'], rest = '', body?: unknown): MakeAsk =>
  ({ editions }) => ({ path: `/editions/${editions[status]}${rest}`, body })

/** By one of the recovery codes: the code of these 30 seconds is used by the set-up. */
const withFactor =
  (path: string): MakeAsk =>
  (_, __, who) => {
    const body = { password, secondFactor: '000000' }
    const prepare = async () => {
      body.secondFactor = (await setUpSecondFactor(who, password, new Date())).recoveryCodes[0] ?? ''
    }
    return { path, body, ...(who.personId && { prepare }) }
  }

const period = { form, key: '2031-TW1', opensAt: '2031-01-01T00:00:00+08:00', dueAt: '2031-04-20T23:59:00+08:00' }
const wave = ({ unit }: World) => ({
  name: 'Gelombang lain',
  fromPeriod: '2027',
  offices: [unit],
  reportTypes: ['spm', 'sakip'],
})
/** What an office would change in a report that is closed to it. */
const wish = (id: string) => ({
  id,
  reason: 'Data pusat berubah.',
  changes: [{ op: 'set', pointer: '/recipients/gepeng/due', value: '41' }],
})
/** One criterion, as an evaluator answers it. */
const criterion = 'perencanaan-kinerja.keberadaan.pedoman-teknis-perencanaan'
const verified = () => ({
  changes: [{ changeId: v7(), op: 'set', pointer: `/criteria/${criterion}/verified`, value: true, base: 0 }],
})
const nomenclature = { codes: [{ code: '2.11.03', name: 'PROGRAM', indicator: '', unit: '' }] }
const agreementForm = 'sakip/perjanjian-kinerja'
const newestVersion = async (admin: Caller): Promise<number> =>
  (await admin.call('GET', `/catalogues/${agreementForm}/rows?limit=1`)).json().version
/** Versions stay, so that each names another source. */
const verifiedRow = async (admin: Caller) => {
  const { from } = (await admin.call('GET', `/catalogues/${agreementForm}/rows?q=first&year=${year}`)).json().items[0]
  const source = `Lampiran ${v7()}`
  return { basedOn: await newestVersion(admin), verify: { rows: [{ row: 'first', from }], source } }
}
/** A release that brings another catalogue of the agreement, as it waits after the start. */
const shipped = async ({ api: { db }, admin }: World): Promise<{ path: string; basedOn: number }> => {
  const newest = await newestCatalogue(reader(db), agreementForm)
  const brought = { ...newest!.body, legal: `Peraturan ${v7()}` }
  await proposeShipped(db, agreementForm, brought)
  const { items } = (await admin.call('GET', '/catalogues')).json()
  const { n } = items.find((one: { form: string }) => one.form === agreementForm).proposal
  return { path: `/catalogues/${agreementForm}/proposals/${n}`, basedOn: await newestVersion(admin) }
}
const proposal = { basedOn: '2021.1', year: 2035, note: 'Peraturan baru', change: { spm: { nil: 'zero' } } }
const receiptTemplate = [{ part: 'text', text: 'Telah diterima {laporan}.' }]
const summaryOutline = {
  chapters: [
    {
      id: 'ringkasan',
      sections: [
        { id: 'apbd', title: 'APBD' },
        { id: 'makro', text: 'Disusun untuk {tahun}.' },
        { id: 'pelayanan-dasar' },
        { id: 'eppd-opini' },
        { id: 'inovasi' },
        { id: 'own-penghargaan', own: true, title: 'Penghargaan' },
      ],
    },
  ],
}
const announcement = { text: 'Tenggat diundur.', from: '2026-11-01', to: '2099-12-31', reportTypes: ['spm'] }
const post = ({ office }: World) => ({ role: 'operator', offices: [office], from: day })
/** An office of its own each time: it is merged once at a time. */
const merging = async ({ admin }: World): Promise<string> =>
  (await must(admin, 'POST', '/offices', { name: 'Unit yang digabung', from: day, kind: 'unit' })).id
const merged = ({ otherOffice }: World) => ({ successors: [otherOffice], date: '2034-01-01' })
const answerOpenNotes =
  ({ asker }: World, report: Report) =>
  () =>
    must(asker('operator own', ''), 'POST', of(report, `/notes/${report.note}/answers`), { text: 'Sudah.' })

const archived = ({ unit }: World) => ({
  lines: [{ office: unit, form, period: '2024-TW4', row: 'gepeng', field: 'served', value: '12' }],
})

const newcomers = ({ unit }: World) => ({
  people: [
    {
      ...{ name: 'Orang Baru', nip: '', username: 'orang.dari.lembar', office: unit, role: 'Operator' },
      ...{ reportTypes: 'SPM', from: day, to: '' },
    },
  ],
})

/** A request for each line of rights.txt, as one who may would make it. */
export const requests: Record<string, MakeAsk> = {
  'GET /submissions/:id': (_, report) => ({ path: of(report) }),
  'GET /submissions/:id/events': (_, report) => ({ path: of(report, '/events') }),
  'GET /submissions/:id/notes': (_, report) => ({ path: of(report, '/notes') }),
  'GET /submissions/:id/revisions': (_, report) => ({ path: of(report, '/revisions') }),
  'GET /submissions/:id/revisions/:n': (_, report) => ({ path: of(report, '/revisions/1') }),
  'GET /submissions/:id/revisions/:n/pdf': (_, report) => ({ path: of(report, '/revisions/1/pdf') }),
  'GET /submissions/:id/papers/:paper': (_, report) => ({ path: of(report, '/papers/tanda-terima?revision=1') }),
  'PUT /submissions/:id/revisions/:n/signature': async ({ api, asker }, report) => {
    const read = await asker('operator own', '').call('GET', of(report))
    const n: number = read.json().latestRevision ?? 1
    const prepare = () => makePaper(api, { submission: report.id, n, paper: 'laporan-spm' })
    return { path: of(report, `/revisions/${n}/signature`), body: { with: 'own' }, prepare }
  },
  'GET /submissions/:id/answers': (_, report) => ({ path: of(report, '/answers?revs=true') }),
  'GET /submissions/:id/changes': (_, report) => ({ path: of(report, '/changes?since=0') }),
  'GET /submissions/:id/bell': ({ api }, report, { headers }) => ({
    path: of(report, '/bell'),
    send: () => injectStream(api.app, { url: `/api/v1${of(report, '/bell')}`, headers }),
  }),
  'GET /submissions/:id/form': (_, report) => ({ path: of(report, '/form') }),
  'GET /submissions/:id/attachments': (_, report) => ({ path: of(report, '/attachments') }),
  'GET /submissions/:id/attachments/:attachment/content': (_, report) => ({
    path: of(report, `/attachments/${report.attachment}/content`),
  }),
  'GET /offices/:id/reporting': ({ office }) => ({ path: `/offices/${office}/reporting` }),
  'GET /offices/:id/export': ({ office }, { period: key }) => ({
    path: `/offices/${office}/export?format=csv&year=${key.slice(0, 4)}`,
  }),

  'GET /obligations': (_, { period: key }) => ({ path: `/obligations?limit=200&period=${key}` }),
  'GET /submissions': (_, { period: key }) => ({ path: `/submissions?limit=200&period=${key}` }),
  'GET /overview': (_, { period: key }) => ({ path: `/overview?year=${key.slice(0, 4)}` }),
  'GET /figures': (_, { period: key }) => ({ path: `/figures?limit=200&provisional=true&period=${key}` }),

  'GET /obligations/:id/draft': ({ obligation }) => ({ path: `/obligations/${obligation}/draft` }),
  'POST /submissions (of what nobody began)': ({ obligation }) => ({ path: '/submissions', body: { obligation } }),
  'POST /submissions (again, of one that is there)': ({ office }, report) => ({
    path: '/submissions',
    body: { office, form, period: report.period },
  }),
  'POST /submissions (a Perubahan of an approved agreement)': ({ agreement }) => ({
    path: '/submissions',
    body: { after: agreement, reason: 'Pergeseran anggaran' },
  }),
  'PATCH /submissions/:id/answers': (_, report) => ({
    path: of(report, '/answers'),
    body: {
      changes: [{ changeId: v7(), op: 'set', pointer: '/recipients/anak-telantar/due', value: '12', base: 0 }],
    },
  }),
  'PATCH /submissions/:id/evaluation': (_, report) => ({ path: of(report, '/evaluation'), body: verified() }),
  'PATCH /submissions/:id/evaluation (of a worksheet)': ({ api, worksheet }, _, who) => ({
    path: `/submissions/${worksheet}/evaluation`,
    body: verified(),
    prepare: () => {
      const claimedBy = 'keyId' in who ? `key:${who.keyId}` : `post:${who.postId}`
      return api.db.prisma.submission.update({ where: { id: worksheet }, data: { claimedBy } })
    },
  }),
  'PUT /submissions/:id/presence': (_, report) => ({
    path: of(report, '/presence'),
    body: { at: '/recipients/gepeng/due' },
  }),
  'POST /submissions/:id/version': (_, report) => ({ path: of(report, '/version'), body: { to: 2 } }),
  'POST /submissions/:id/attachments': (_, report, who) => ({
    path: of(report, '/attachments'),
    send: () => upload(who, report.id),
  }),
  'PUT /submissions/:id/attachments/:attachment': (_, report, who) => {
    const id = v7()
    return {
      path: of(report, `/attachments/${id}`),
      body: putOf(pdf()),
      prepare: () => beginPieces(who, report.id, id, pdf().length, pdf()),
      send: () => uploadPieces(who, report.id, { id }),
    }
  },
  'POST /submissions/:id/uploads': (_, report, who) => ({
    path: of(report, '/uploads'),
    send: () => beginPieces(who, report.id, v7(), 10),
  }),
  'GET /submissions/:id/uploads/:upload': started(),
  'PATCH /submissions/:id/uploads/:upload': started((who, report, id) => nextPiece(who, report.id, id, 4, pdf())),
  'DELETE /submissions/:id/uploads/:upload': started(),
  'PATCH /submissions/:id/attachments/:attachment': (_, report) => ({
    path: of(report, `/attachments/${report.attachment}`),
    body: { title: 'SK perubahan', page: '3' },
  }),
  'DELETE /submissions/:id/attachments/:attachment': (_, report) => ({
    path: of(report, `/attachments/${report.attachment}`),
  }),
  'POST /submissions/:id/notes/:note/answers': (_, report) => ({
    path: of(report, `/notes/${report.note}/answers`),
    body: { text: 'Daftarnya sudah dilampirkan.' },
  }),
  'POST /submissions/:id/submit': (world, report) => ({
    path: of(report, '/submit'),
    body: {},
    prepare: report === world.reports.returned ? answerOpenNotes(world, report) : undefined,
  }),
  'POST /submissions/:id/withdraw': move('withdraw'),
  'POST /submissions/:id/sign': move('sign'),
  'POST /submissions/:id/decline': move('decline', { reason: 'Angka belum saya setujui.' }),

  'GET /submissions/:id/contributors': (_, report) => ({ path: of(report, '/contributors') }),
  'POST /submissions/:id/contributions': ({ operator }, report) => ({
    path: of(report, '/contributions'),
    body: { id: v7(), anchors: ['/recipients/anak-telantar'], person: operator, dueAt: soon(), note: 'Data UPTD.' },
  }),
  'POST /submissions/:id/contributions/:contribution/take-back': part('take-back'),
  'POST /submissions/:id/contributions/:contribution/return': part('return', { note: 'Jumlahnya belum cocok.' }),
  'POST /submissions/:id/contributions/:contribution/done': (world, report, who) => ({
    ...(part('done')(world, report, who) as Ask),
    prepare: () =>
      must(world.asker('operator own', ''), 'POST', of(report, `/contributions/${report.contribution}/return`), {
        note: 'Sekali lagi.',
      }),
  }),
  'GET /contributions': plain('/contributions'),

  'POST /submissions/:id/claim': ({ asker, reports }, report) => ({
    path: of(report, '/claim'),
    body: {},
    prepare:
      report === reports['second-review']
        ? () => must(asker('verifier own', ''), 'POST', of(report, '/release'))
        : undefined,
  }),
  'POST /submissions/:id/release': move('release'),
  'POST /submissions/:id/return': move('return', { dueAt: soon() }),
  'POST /submissions/:id/approve': move('approve'),
  'POST /submissions/:id/reopen': move('reopen', { reason: 'Data pusat berubah.', dueAt: soon() }),
  'POST /submissions/:id/reopen-requests': (_, report) => ({
    path: of(report, '/reopen-requests'),
    body: wish(v7()),
  }),
  'POST /submissions/:id/reopen-requests/:request/decline': ({ asker }, report) => {
    const request = v7()
    return {
      path: of(report, `/reopen-requests/${request}/decline`),
      body: { reason: 'Tunggu periode berikutnya.' },
      prepare: () => must(asker('operator own', ''), 'POST', of(report, '/reopen-requests'), wish(request)),
    }
  },
  'POST /submissions/:id/reopen-requests/:request/withdraw': ({ asker }, report) => {
    const request = v7()
    return {
      path: of(report, `/reopen-requests/${request}/withdraw`),
      prepare: () => must(asker('operator own', ''), 'POST', of(report, '/reopen-requests'), wish(request)),
    }
  },
  'GET /reopen-requests': plain('/reopen-requests'),
  'GET /cockpit/:list': plain('/cockpit/waiting'),
  'POST /submissions/:id/unclaim': move('unclaim', { reason: 'Pemeriksanya sakit.' }),
  'PUT /submissions/:id/ticks': (_, report) => ({
    path: of(report, '/ticks'),
    body: { anchor: '/recipients/gepeng', ticked: true },
  }),
  'POST /submissions/:id/notes': (_, report) => ({
    path: of(report, '/notes'),
    body: { id: v7(), anchor: '/recipients/gepeng/due', text: 'Dari mana angka ini?' },
  }),
  'GET /questions': (_, report) => ({ path: `/questions?submission=${report.id}` }),
  'POST /submissions/:id/questions': (_, report) => ({
    path: of(report, '/questions'),
    body: { id: v7(), code: 'completeness', text: 'Mengapa belum lengkap?' },
  }),
  'POST /submissions/:id/questions/:question/answers': (_, report) => ({
    path: of(report, `/questions/${report.question}/answers`),
    body: { text: 'Datanya baru terbit.' },
  }),
  'POST /submissions/:id/questions/:question/close': (_, report) => ({
    path: of(report, `/questions/${report.question}/close`),
  }),
  'POST /submissions/:id/notes/:note/resolve': (_, report) => ({ path: of(report, `/notes/${report.note}/resolve`) }),

  'GET /forms': plain('/forms'),
  'GET /forms/:type/:form': plain(`/forms/${form}`),
  'GET /forms/:type/:form/versions/:n': plain(`/forms/${form}/versions/1`),
  'GET /forms/:type/:form/schema': plain(`/forms/${form}/schema`),
  'GET /forms/:type/:form/schema (the rows of an office)': ({ office }) => ({
    path: `/forms/${form}/schema?office=${office}&period=2026-TW1`,
  }),
  'POST /forms/:type/:form/evaluate': ({ office }) => ({
    path: `/forms/${form}/evaluate`,
    body: { office, period: '2026-TW1', answers: { recipients: { gepeng: { due: '10', served: '9' } } } },
  }),
  'GET /catalogues': plain('/catalogues'),
  'GET /rule-sets': plain('/rule-sets'),
  'POST /rule-sets': plain('/rule-sets', proposal),
  'GET /rule-sets/:id/effects': ({ proposal }) => ({ path: `/rule-sets/${proposal}/effects` }),
  'POST /rule-sets/:id/approve': ({ proposal }) => ({ path: `/rule-sets/${proposal}/approve` }),
  'POST /rule-sets/:id/withdraw': (_, __, who) => ({
    path: '/rule-sets/2035.1/withdraw',
    prepare: () => must(who, 'POST', '/rule-sets', proposal),
  }),
  'GET /catalogues/:type/:form/rows': plain(`/catalogues/${form}/rows`),
  'POST /catalogues/:type/:form/corrections': async ({ admin }) => ({
    path: `/catalogues/${agreementForm}/corrections`,
    body: {
      row: 'first',
      fromYear: year,
      reason: 'Ejaan',
      basedOn: await newestVersion(admin),
      change: { note: 'Diperiksa lagi' },
    },
  }),
  'POST /catalogues/:type/:form/versions/preview': async ({ admin }) => ({
    path: `/catalogues/${agreementForm}/versions/preview`,
    body: await verifiedRow(admin),
  }),
  'POST /catalogues/:type/:form/versions': async ({ admin }) => ({
    path: `/catalogues/${agreementForm}/versions`,
    body: { ...(await verifiedRow(admin)), reason: 'Dicocokkan' },
  }),
  'POST /catalogues/:type/:form/proposals/:n/preview': async world => {
    const { path, basedOn } = await shipped(world)
    return { path: `${path}/preview`, body: { basedOn } }
  },
  'POST /catalogues/:type/:form/proposals/:n/publish': async world => {
    const { path, basedOn } = await shipped(world)
    return { path: `${path}/publish`, body: { basedOn, reason: 'Rilis baru' } }
  },
  'POST /catalogues/:type/:form/proposals/:n/decline': async world => {
    const { path } = await shipped(world)
    return { path: `${path}/decline`, body: { reason: 'Belum perlu' } }
  },

  'GET /figures/trace': ({ office }, { period: key }) => ({
    path: `/figures/trace?office=${office}&form=${form}&period=${key}&code=spm.officeIndex`,
  }),
  'GET /recap': plain(`/recap?form=${form}&period=2026-TW1&provisional=true`),
  'GET /leader': plain('/leader?year=2026'),
  'GET /dashboards': plain('/dashboards?year=2026'),

  'GET /periods': plain('/periods'),
  'PUT /periods': plain('/periods', { periods: [{ ...period, closesAt: '2031-05-01T00:00:00+08:00' }] }),
  'POST /periods/preview': plain('/periods/preview', {
    periods: [{ ...period, closesAt: '2031-05-01T00:00:00+08:00' }],
  }),
  'DELETE /periods/:type/:form/:key': ({ freePeriod }) => ({ path: `/periods/${freePeriod}` }),
  'GET /nomenclature': plain('/nomenclature'),
  'GET /nomenclature/:year': plain('/nomenclature/2026?codes=2.11.03'),
  'PUT /nomenclature/:year': plain('/nomenclature/2026', nomenclature),
  'DELETE /nomenclature/:year': ({ admin }) => ({
    path: '/nomenclature/2026',
    prepare: () => admin.call('PUT', '/nomenclature/2026', nomenclature),
  }),
  'POST /archive/preview': world => ({ path: '/archive/preview', body: archived(world) }),
  'POST /archive': world => ({ path: '/archive', body: archived(world) }),
  'GET /announcements': plain('/announcements'),
  'POST /announcements': plain('/announcements', announcement),
  'DELETE /announcements/:id': ({ announced }) => ({ path: `/announcements/${announced}` }),
  'GET /editions': plain('/editions'),
  'POST /editions': plain('/editions', { type: 'spm', period: '2026-TW1' }),
  'GET /editions/:id': edition('draft'),
  'GET /editions/:id/readiness': edition('draft', '/readiness'),
  'GET /editions/:id/sections/:section': edition('draft', '/sections/penutup'),
  'PUT /editions/:id/sections/:section': edition('draft', '/sections/penutup', { base: 1, narrative: [] }),
  'POST /editions/:id/said': edition('draft', '/said', { narrative: [] }),
  'GET /editions/:id/figures': edition('draft', '/figures?q=indeks'),
  'PUT /editions/:id/outline': async ({ admin: _, ...world }) => {
    const coordinator = world.asker('coordinator all', '')
    const { chapters } = (await coordinator.call('GET', `/editions/${world.editions.draft}`)).json()
    type Chapter = { id: string; sections: { id: string }[] }
    const order = chapters.map(({ id, sections }: Chapter) => ({ id, sections: sections.map(section => section.id) }))
    return { path: `/editions/${world.editions.draft}/outline`, body: { chapters: order, hidden: [] } }
  },
  'POST /editions/:id/send': edition('draft', '/send'),
  'POST /editions/:id/review': edition('in-review', '/review', { number: '1', date: day, text: 'Telah direviu.' }),
  'POST /editions/:id/return': edition('in-review', '/return', { text: 'Perjelas.' }),
  'POST /editions/:id/approve': edition('for-approval', '/approve'),
  'GET /editions/:id/document': edition('frozen', '/document'),
  'GET /editions/:id/compare': ({ editions }) => ({
    path: `/editions/${editions.frozen}/compare?with=${editions.frozen}`,
  }),
  'GET /editions/:id/files': edition('frozen', '/files'),
  'POST /editions/:id/files': edition('frozen', '/files', { as: 'json' }),
  'GET /editions/:id/files/:file': ({ editions, editionFile }) => ({
    path: `/editions/${editions.frozen}/files/${editionFile}`,
  }),
  'POST /editions/:id/files/:file/cancel': ({ editions, editionFile }) => ({
    path: `/editions/${editions.frozen}/files/${editionFile}/cancel`,
  }),
  'PUT /editions/:id/files/:file/signature': ({ editions, editionPdf }) => ({
    path: `/editions/${editions.frozen}/files/${editionPdf}/signature`,
    body: { with: 'own' },
  }),
  'PUT /editions/:id/sendings/:addressee': edition('frozen', '/sendings/dprd', { date: day, receipt: 'Nomor 1' }),
  'PUT /editions/:id/sendings/:addressee/receipt': ({ editions }, _, who) => ({
    path: `/editions/${editions.frozen}/sendings/dprd/receipt`,
    send: () => sendFile(who, `PUT /editions/${editions.frozen}/sendings/dprd/receipt`),
  }),
  'GET /editions/:id/sendings/:addressee/receipt': edition('frozen', '/sendings/dprd/receipt'),
  'GET /editions/:id/paste': edition('frozen', '/paste'),
  'PUT /editions/:id/paste/:field': edition('frozen', '/paste/apbd.1.budget', { value: '1' }),
  'GET /waves': plain('/waves'),
  'POST /waves': world => ({ path: '/waves', body: wave(world) }),
  'PUT /waves/:id': world => ({ path: `/waves/${world.wave}`, body: wave(world) }),
  'DELETE /waves/:id': world => ({ path: `/waves/${world.wave}` }),
  'GET /assignments': plain(`/assignments?year=${year}`),
  'POST /assignments': ({ unit }) => ({
    path: '/assignments',
    body: { form: 'sakip/perjanjian-kinerja', row: '*', office: unit, fromYear: year },
  }),
  'POST /assignments/:id/end': ({ assignment }) => ({
    path: `/assignments/${assignment}/end`,
    body: { toYear: year },
  }),
  'POST /obligations/preview': plain('/obligations/preview', { year }),
  'POST /obligations': plain('/obligations', { year }),
  'DELETE /obligations/:id': ({ obligation }) => ({ path: `/obligations/${obligation}` }),
  'POST /obligations/:id/extension': ({ obligation }) => ({
    path: `/obligations/${obligation}/extension`,
    body: { dueAt: soon(), reason: 'Jaringan terputus' },
  }),
  'POST /obligations/:id/reminders': ({ obligation }) => ({
    path: `/obligations/${obligation}/reminders`,
    body: { message: 'Mohon dikirim hari ini' },
  }),

  'GET /notices': plain('/notices'),
  'GET /notices/unread': plain('/notices/unread'),
  'POST /notices/read': ({ api }, _, { personId = '' }) => {
    const unread = { id: v7(), personId, kind: 'reminder', day: new Date('2026-11-02'), lines: [], at: new Date() }
    return { path: '/notices/read', body: {}, prepare: () => api.db.prisma.notice.create({ data: unread }) }
  },
  'GET /mailbox': plain('/mailbox'),
  'PUT /mailbox': plain('/mailbox', { address: 'siti@nunukan.example', without: [], version: 0 }),
  'GET /system': plain('/system'),
  'GET /search': plain('/search?q=dinas'),
  'GET /events': plain('/events?limit=5'),
  'GET /events/export': plain('/events/export?group=right'),
  'GET /events/people': plain('/events/people?limit=2'),
  'GET /audit': plain('/audit'),
  'GET /offices': plain('/offices'),
  'GET /offices/:id': ({ unit }) => ({ path: `/offices/${unit}` }),
  'POST /offices': plain('/offices', { name: 'Bagian Percobaan', from: day, kind: 'bagian' }),
  'POST /offices/:id/spans': ({ unit }) => ({ path: `/offices/${unit}/spans`, body: { name: 'Unit Baru', from: day } }),
  'PUT /offices/:id/letterhead': ({ unit }) => ({
    path: `/offices/${unit}/letterhead`,
    body: { address: 'Jalan Pelabuhan 1, Nunukan 77482', place: 'Nunukan' },
  }),
  'POST /offices/:id/end': ({ unit }) => ({ path: `/offices/${unit}/end`, body: { to: '2030-12-31' } }),
  'GET /offices/:id/reorganisation': ({ unit }) => ({ path: `/offices/${unit}/reorganisation` }),
  'POST /offices/:id/reorganisation/preview': async world => ({
    path: `/offices/${await merging(world)}/reorganisation/preview`,
    body: merged(world),
  }),
  'POST /offices/:id/reorganisation': async world => ({
    path: `/offices/${await merging(world)}/reorganisation`,
    body: merged(world),
  }),
  'DELETE /offices/:id/reorganisation': async world => {
    const path = `/offices/${await merging(world)}/reorganisation`
    return { path, prepare: () => must(world.admin, 'POST', path, merged(world)) }
  },
  'GET /people': plain('/people'),
  'POST /people': plain('/people', { name: 'Orang Baru', username: 'orang.baru' }),
  'POST /people/import/preview': world => ({ path: '/people/import/preview', body: newcomers(world) }),
  'POST /people/import': world => ({ path: '/people/import', body: newcomers(world) }),
  'GET /people/:id': ({ bystander }) => ({ path: `/people/${bystander.personId}` }),
  'PATCH /people/:id': ({ bystander }) => ({ path: `/people/${bystander.personId}`, body: { name: 'Nama Baru' } }),
  'POST /people/:id/second-factor/reset': ({ api, bystander: { personId } }) => ({
    path: `/people/${personId}/second-factor/reset`,
    prepare: () => api.db.prisma.secondFactor.create({ data: { personId, secret: 'x', setUpAt: new Date() } }),
  }),
  'POST /people/:id/codes': ({ bystander }) => ({ path: `/people/${bystander.personId}/codes` }),
  'POST /people/:id/posts': world => ({ path: `/people/${world.bystander.personId}/posts`, body: post(world) }),
  'POST /posts/:id/end': ({ bystander }) => ({ path: `/posts/${bystander.postId}/end`, body: { to: day } }),
  'GET /keys': plain('/keys'),
  'POST /keys': ({ bystander, office }) => ({
    path: '/keys',
    body: {
      name: 'Kunci baru',
      owner: bystander.personId,
      scopes: ['figure.read'],
      offices: [office],
      expires: '2099-12-31',
    },
  }),
  'PATCH /keys/:id': ({ key, asker }) => ({ path: `/keys/${key}`, body: { owner: asker('leader all', '').personId } }),
  'GET /secondings': plain('/secondings'),
  'POST /secondings/:id/approve': ({ seconding: { id, digest } }) => ({
    path: `/secondings/${id}/approve`,
    body: { digest },
  }),
  'POST /secondings/:id/decline': ({ seconding: { id } }) => ({
    path: `/secondings/${id}/decline`,
    body: { reason: 'Belum ada surat keputusannya.' },
  }),
  'DELETE /keys/:id': ({ key }) => ({ path: `/keys/${key}` }),
  'GET /webhooks': plain('/webhooks'),
  'POST /webhooks': ({ key }) => ({ path: '/webhooks', body: { ...webhookOf(key), name: 'Lain' } }),
  'PUT /webhooks/:id': ({ webhook, key }) => ({ path: `/webhooks/${webhook}`, body: webhookOf(key) }),
  'DELETE /webhooks/:id': ({ webhook }) => ({ path: `/webhooks/${webhook}` }),
  'POST /webhooks/:id/secret': ({ webhook }) => ({ path: `/webhooks/${webhook}/secret` }),
  'GET /webhooks/:id/messages': ({ webhook }) => ({ path: `/webhooks/${webhook}/messages` }),
  'POST /webhooks/:id/test': ({ webhook }) => ({ path: `/webhooks/${webhook}/test`, body: { message: v7() } }),
  'POST /webhooks/:id/replay': ({ webhook }) => ({
    path: `/webhooks/${webhook}/replay`,
    body: { since: '2026-01-01T00:00:00Z' },
  }),
  'GET /settings': plain('/settings'),
  'PUT /settings/:key': plain('/settings/contact', { value: { name: 'Bagian Tapem', whatsapp: '+6281234567890' } }),

  'GET /paper-templates': plain('/paper-templates'),
  'GET /paper-templates/:paper': plain('/paper-templates/tanda-terima'),
  'POST /paper-templates/:paper': plain('/paper-templates/tanda-terima', { version: 0, template: receiptTemplate }),
  'POST /paper-templates/:paper/preview': plain('/paper-templates/tanda-terima/preview', { template: receiptTemplate }),
  'GET /edition-outlines': plain('/edition-outlines'),
  'GET /edition-outlines/:type': plain('/edition-outlines/rlppd'),
  'POST /edition-outlines/:type': plain('/edition-outlines/rlppd', { version: 0, outline: summaryOutline }),
  'POST /edition-outlines/:type/preview': plain('/edition-outlines/rlppd/preview', { outline: summaryOutline }),
  'GET /emblem': plain('/emblem'),
  'PUT /emblem': plain('/emblem', { image: null }),

  'GET /public': plain('/public'),
  'GET /open': plain('/open'),
  'GET /open/datasets': plain('/open/datasets'),
  'GET /open/datasets/:year/:dataset': async ({ api }) => {
    const [first] = (await api.stranger.call('GET', '/open/datasets')).json().items
    return { path: first.json.replace('/open/v1', '/open') }
  },
  'GET /open/editions/:year/:file': plain('/open/editions/2026/lkpj.json'),
  'GET /open/preview': plain('/open/preview'),
  'GET /signing': plain('/signing'),
  'GET /papers/:receipt/:code': plain(`/papers/SPM-2026-000001/${'0'.repeat(16)}`),
  'POST /session': ({ bystander }) => ({ path: '/session', body: { name: bystander.username, password } }),
  'POST /session/code': async ({ admin, bystander }) => {
    const body = { name: bystander.username, code: '', password: 'perahu kecil di hulu' }
    const prepare = async () => {
      body.code = (await must(admin, 'POST', `/people/${bystander.personId}/codes`)).code
    }
    return { path: '/session/code', body, prepare }
  },
  'GET /session': plain('/session'),
  'DELETE /session': plain('/session'),
  'PUT /session/post': ({ bystander }, _, who) => ({
    path: '/session/post',
    body: { post: who.postId ?? bystander.postId },
  }),
  'PUT /session/post (to the post of another)': ({ bystander }) => ({
    path: '/session/post',
    body: { post: bystander.postId },
  }),
  'GET /session/events': plain('/session/events'),
  'GET /sessions': plain('/sessions'),
  'DELETE /sessions': plain('/sessions'),
  'DELETE /sessions/:id': ({ bystander }, _, who) => ({ path: `/sessions/${who.sessionId ?? bystander.sessionId}` }),
  'DELETE /sessions/:id (of another)': ({ bystander }) => ({ path: `/sessions/${bystander.sessionId}` }),
  'GET /second-factor': plain('/second-factor'),
  'PUT /second-factor': plain('/second-factor', { password }),
  'POST /second-factor/confirm': (_, __, who) => {
    const body = { secondFactor: '000000' }
    const prepare = async () => {
      const { secret } = await must(who, 'PUT', '/second-factor', { password })
      body.secondFactor = totpOf(secret, new Date())
    }
    return { path: '/second-factor/confirm', body, ...(who.personId && { prepare }) }
  },
  'POST /second-factor/recovery-codes': withFactor('/second-factor/recovery-codes'),
  'POST /second-factor/remove': withFactor('/second-factor/remove'),
  'PUT /password': plain('/password', { current: password, next: 'perahu besar di muara' }),
}
