import { exampleForm } from './examplesOfReports.ts'
import { office, otherOffice, person, post } from './ids.ts'

const name = '198001012005011001'
const password = 'tiga kata bebas'
const receiptTemplate = [{ part: 'text', text: 'Telah diterima {laporan}.' }]
const outline = {
  chapters: [
    { id: 'bab-1', sections: [{ id: 'penjelasan-umum', title: 'Gambaran umum', text: 'Disusun untuk {tahun}.' }] },
  ],
}

/** Example bodies of what is done with people, offices, the plan, catalogues and rules, by route. */
export const examplesOfWork = (): Record<string, unknown> => {
  const { form, table, period } = exampleForm()
  const span = { name: 'Nama perangkat daerah', shortName: 'Nama pendek', parent: null, from: '2026-01-01' }
  const granted = { role: 'operator', offices: [office], from: '2026-01-01' }
  const people = {
    people: [
      {
        name: 'Nama orang',
        nip: name,
        username: 'nama.orang',
        office: 'Nama pendek',
        role: 'operator',
        reportTypes: 'semua',
        from: '2026-01-01',
        to: '2026-12-31',
      },
    ],
  }
  const opened = { opensAt: '2026-10-01T00:00:00+08:00', dueAt: '2026-10-15T16:00:00+08:00' }
  const periods = [{ form, key: period, ...opened, closesAt: '2026-10-31T16:00:00+08:00' }]
  const wave = { name: 'Gelombang pertama', fromPeriod: '2026', offices: [office], reportTypes: ['spm'] }
  const webhook = {
    name: 'Aplikasi perencanaan',
    url: 'https://perencanaan.example.go.id/sepakat',
    types: ['submission.approved', 'figures.changed'],
    key: '0199f5a3-0000-7000-8000-0000000000e2',
  }
  const merged = { successors: [otherOffice], date: '2027-01-01' }
  const narrative = [
    {
      block: 'paragraph',
      text: [
        { piece: 'text', text: 'Nilainya ' },
        { piece: 'figure', of: { form, period, code: 'kode-angka', row: 'id-baris' } },
        { piece: 'text', text: '.' },
      ],
    },
  ]
  const code = { code: '1.01.01.2.01', name: 'Nama kegiatan', indicator: 'Nama indikator', unit: 'dokumen' }
  const added = { table, label: 'Nama baris baru', confidence: 'seen', from: 2027 }
  return {
    'POST /session': { name, password },
    'POST /session/code': { name, code: 'K7QM2-X9D4T', password },
    'PUT /session/post': { post },
    'PUT /password': { current: password, next: 'empat kata bebas lain' },
    'PUT /second-factor': { password },
    'POST /second-factor/confirm': { secondFactor: '123456' },
    'POST /second-factor/recovery-codes': { password, secondFactor: '123456' },
    'POST /second-factor/remove': { password, secondFactor: '123456' },

    'POST /offices': { ...span, kind: 'dinas' },
    'POST /offices/:id/spans': { ...span, name: 'Nama yang baru' },
    'PUT /offices/:id/letterhead': { address: 'Jalan Pemuda 1', place: 'Nama kota' },
    'POST /offices/:id/end': { to: '2026-12-31' },
    'POST /offices/:id/reorganisation/preview': merged,
    'POST /offices/:id/reorganisation': merged,
    'PUT /settings/:key': { value: { from: 2025, to: 2029 } },

    'POST /paper-templates/:paper': { version: 0, template: receiptTemplate },
    'POST /paper-templates/:paper/preview': { template: receiptTemplate },
    'POST /edition-outlines/:type': { version: 0, outline },
    'POST /edition-outlines/:type/preview': { outline },
    'PUT /emblem': { image: null },

    'POST /people': { name: 'Nama orang', nip: name, post: granted },
    'PATCH /people/:id': { phone: '+6281234567890' },
    'POST /people/:id/posts': granted,
    'POST /posts/:id/end': { to: '2026-12-31' },
    'POST /people/import/preview': people,
    'POST /people/import': people,
    'PATCH /keys/:id': { owner: person },
    'POST /secondings/:id/approve': { digest: 'a'.repeat(64) },
    'POST /secondings/:id/decline': { reason: 'Belum ada surat keputusannya.' },
    'POST /webhooks': webhook,
    'PUT /webhooks/:id': webhook,
    'POST /webhooks/:id/test': { message: '0199f5a3-0000-7000-8000-0000000000e1' },
    'POST /webhooks/:id/replay': { since: '2026-12-01T00:00:00Z' },
    'POST /keys': {
      name: 'Aplikasi perencanaan',
      owner: person,
      scopes: ['submission.read', 'submission.write', 'submission.submit'],
      offices: [office],
      expires: '2027-12-31',
    },

    'POST /periods/preview': { periods },
    'PUT /periods': { periods, reason: 'Libur bersama.' },
    'POST /waves': wave,
    'PUT /waves/:id': wave,
    'POST /assignments': { form, row: 'id-baris', office, fromYear: 2026 },
    'POST /assignments/:id/end': { toYear: 2026 },
    'POST /obligations/preview': { year: 2026 },
    'POST /obligations': { year: 2026 },
    'POST /announcements': {
      text: 'Tenggat triwulan III diundur sepekan.',
      from: '2026-10-01',
      to: '2026-10-31',
      reportTypes: ['spm'],
    },

    'POST /catalogues/:type/:form/corrections': {
      row: 'id-baris',
      fromYear: 2027,
      reason: 'Satuannya menurut peraturan yang baru.',
      basedOn: 3,
      change: { unit: 'orang' },
    },
    'POST /catalogues/:type/:form/versions/preview': { basedOn: 3, add: added },
    'POST /catalogues/:type/:form/versions': { basedOn: 3, add: added, reason: 'Baris dari peraturan yang baru.' },
    'POST /catalogues/:type/:form/proposals/:n/preview': { basedOn: 3, choices: { 'id-baris': 'published' } },
    'POST /catalogues/:type/:form/proposals/:n/publish': {
      basedOn: 3,
      choices: { 'id-baris': 'published' },
      reason: 'Sudah dicocokkan dengan peraturan.',
    },
    'POST /catalogues/:type/:form/proposals/:n/decline': { reason: 'Menunggu peraturan daerah.' },
    'POST /rule-sets': {
      basedOn: '2026.1',
      year: 2027,
      note: 'Bobot menurut keputusan kepala daerah.',
      change: { spm: { weights: { recipients: '80', quality: '20' } } },
    },
    'PUT /nomenclature/:year': { codes: [code] },

    'POST /editions': { type: 'lppd', period: '2026' },
    'PUT /editions/:id/sections/:section': { base: 3, narrative },
    'POST /editions/:id/said': { narrative },
    'PUT /editions/:id/outline': { chapters: [{ id: 'bab-1', sections: ['penjelasan-umum'] }], hidden: [] },
    'POST /editions/:id/review': {
      number: '700/12/INSP',
      date: '2027-03-12',
      text: 'Laporan ini telah kami reviu; kebenaran isinya tanggung jawab penyusunnya.',
    },
    'POST /editions/:id/return': { text: 'Jelaskan mengapa capaiannya turun.' },
    'POST /editions/:id/files': { as: 'pdf' },
    'PUT /editions/:id/files/:file/signature': { with: 'own' },
    'PUT /submissions/:id/revisions/:n/signature': { with: 'own' },
    'PUT /editions/:id/sendings/:addressee': { date: '2027-03-30', receipt: 'Tanda terima nomor 100/2027.' },
    'PUT /editions/:id/sendings/:addressee/receipt': { file: '(isi berkas)' },
    'PUT /editions/:id/paste/:field': { value: '67,45' },
  }
}
