import { type Kind, kinds } from '@sepakat/rules'
import { change, file, obligation, office, person, sha256 } from './ids.ts'

/** A number field of a table whose rows come from the catalogue, to show how an answer is addressed. */
const placeIn = (kind: Kind): { table: string; field: string } => {
  for (const [table, { rows, fields }] of Object.entries(kind.tables)) {
    const field = Object.entries(fields).find(([, { type }]) => type === 'number')?.[0]
    if (rows.from === 'catalogue' && field !== undefined) return { table, field }
  }
  return { table: 'tabel', field: 'isian' }
}

/** A form there is, for the examples; the row's id is the caller's to look up in the catalogue. */
export const exampleForm = () => {
  const kind = Object.values(kinds).find(k => placeIn(k).table !== 'tabel') ?? Object.values(kinds)[0]
  if (kind === undefined) throw new Error('there is no form')
  const { table, field } = placeIn(kind)
  const period = kind.period === 'quarter' ? '2026-TW3' : '2026'
  return { form: kind.form, period, table, field, row: `/${table}/id-baris`, pointer: `/${table}/id-baris/${field}` }
}

/** Example bodies of what is done with reports, by route. */
export const examplesOfReports = (): Record<string, unknown> => {
  const { form, period, table, field, row, pointer } = exampleForm()
  const answers = { [table]: { 'id-baris': { [field]: '4512' } } }
  const changes = [{ changeId: change, op: 'set', pointer, value: '4512', base: 0 }]
  const reason = 'Angka semula belum memuat bulan terakhir.'
  const dueAt = '2026-11-30T16:00:00+08:00'
  const described = { anchor: pointer, title: 'Rekap layanan', number: 'BA-12/2026', date: '2026-09-30', page: '3' }
  const archive = {
    lines: [{ office: 'Nama perangkat daerah', form, period: '2024', row: 'Nama baris', field, value: '4.512' }],
  }
  return {
    'POST /submissions': { obligation, answers },
    'POST /submissions/:id/version': { to: 3 },
    'PATCH /submissions/:id/answers': { changes },
    'PATCH /submissions/:id/evaluation': { changes },
    'PUT /submissions/:id/presence': { at: pointer },
    'POST /forms/:type/:form/evaluate': { office, period, answers },
    'POST /submissions/:id/submit': { deviceAt: '2026-10-05T09:12:00+08:00' },
    'POST /submissions/:id/sign': {},
    'POST /submissions/:id/decline': { reason },
    'POST /submissions/:id/withdraw': {},
    'POST /submissions/:id/claim': {},
    'POST /submissions/:id/release': {},
    'POST /submissions/:id/return': { dueAt, anchors: [row] },
    'POST /submissions/:id/approve': {},
    'POST /submissions/:id/reopen': { reason, dueAt, anchors: [row] },
    'POST /submissions/:id/unclaim': { reason: 'Pemeriksa sedang cuti.' },
    'PUT /submissions/:id/ticks': { anchor: row, ticked: true },
    'POST /submissions/:id/notes': { id: change, anchor: pointer, text: 'Angka ini belum sama dengan buktinya.' },
    'POST /submissions/:id/questions': { id: change, code: 'completeness', text: 'Mengapa belum lengkap?' },
    'POST /submissions/:id/questions/:question/answers': { text: 'Panti sedang diperbaiki sampai Agustus.' },
    'POST /submissions/:id/notes/:note/answers': { text: 'Sudah dibetulkan menurut buku register.' },
    'POST /submissions/:id/reopen-requests': {
      id: change,
      reason,
      changes: [{ op: 'set', pointer, value: '4520' }],
    },
    'POST /submissions/:id/reopen-requests/:request/decline': { reason: 'Ubahlah pada laporan triwulan berikutnya.' },
    'POST /submissions/:id/attachments': { id: file, ...described, file: '(isi berkas)' },
    'PUT /submissions/:id/attachments/:attachment': { ...described, fileName: 'rekap.pdf', sha256 },
    'PATCH /submissions/:id/attachments/:attachment': { title: 'Rekap layanan triwulan III', page: '4' },
    'POST /submissions/:id/contributions': { id: change, anchors: [row], person, dueAt, note: 'Mohon diisi.' },
    'POST /submissions/:id/contributions/:contribution/return': { note: 'Mohon periksa lagi jumlahnya.', dueAt },
    'POST /obligations/:id/extension': { dueAt, reason: 'Banjir di tiga kecamatan.' },
    'POST /obligations/:id/reminders': { message: 'Mohon dikirim hari ini; rekap dibahas besok pagi.' },
    'POST /notices/read': { notices: [change] },
    'PUT /mailbox': { address: 'operator@nunukankab.go.id', without: ['digest'], version: 1 },
    'POST /archive/preview': archive,
    'POST /archive': archive,
  }
}
