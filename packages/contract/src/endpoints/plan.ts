import { noticeMails } from '@sepakat/rules/notices/noticeKinds.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import {
  by,
  byId,
  formId,
  formSlug,
  id,
  instant,
  instantIn,
  overFields,
  page,
  paged,
  periodKey,
  reportType,
  rowId,
  text,
  unchosen,
  uuid,
} from '../wire.ts'

const wrongYear = 'Tulis tahun dengan empat angka, 2015 sampai 2100.'
const year = z.coerce.number(wrongYear).int(wrongYear).min(2015, wrongYear).max(2100, wrongYear)
const period = z
  .object({
    form: z.string(),
    key: z.string(),
    title: z.string(),
    opensAt: instant,
    dueAt: instant,
    closesAt: instant,
    practice: z.boolean(),
  })
  .meta({ id: 'Period' })
const wave = z
  .object({
    id,
    name: z.string(),
    fromPeriod: z.string(),
    offices: z.array(z.object({ id, name: z.string() })),
    reportTypes: z.array(reportType),
  })
  .meta({ id: 'Wave' })
const periodsIn = z
  .array(
    z
      .strictObject({ form: formId, key: periodKey, opensAt: instantIn, dueAt: instantIn, closesAt: instantIn })
      .refine(p => Date.parse(p.opensAt) <= Date.parse(p.dueAt), {
        path: ['dueAt'],
        message: 'Tenggat tidak boleh sebelum tanggal dibuka.',
        ...overFields('opensAt', 'dueAt'),
      })
      .refine(p => Date.parse(p.dueAt) <= Date.parse(p.closesAt), {
        path: ['dueAt'],
        message: 'Tenggat tidak boleh sesudah tanggal ditutup.',
        ...overFields('dueAt', 'closesAt'),
      }),
  )
  .min(1)
  .max(200)
const waveIn = z.strictObject({
  name: text(120, 1, 'Beri nama, misalnya Gelombang 2: semua dinas.'),
  fromPeriod: periodKey,
  offices: z.array(uuid).min(1, 'Pilih sedikitnya satu perangkat daerah.').max(500),
  reportTypes: z.array(reportType).min(1, 'Pilih sedikitnya satu jenis laporan.').max(4),
})
const assignment = z
  .object({
    id: id.nullable(),
    form: z.string(),
    row: z.string(),
    code: z.string(),
    label: z.string(),
    office: z.object({ id, name: z.string() }).nullable(),
    reason: z.string().nullable(),
    note: z.string(),
    shared: z.boolean(),
    fromYear: z.number().nullable(),
    toYear: z.number().nullable(),
    state: z.enum(['owned', 'shared', 'not-applicable', 'unowned', 'double']),
  })
  .meta({ id: 'Assignment' })
const planned = z.object({
  /** Null while it is new. */
  obligation: id.nullable(),
  office: z.object({ id, name: z.string() }),
  form: z.string(),
  period: z.string(),
  dueAt: instant,
  /** Until when its office is to send it, or what was returned of it; null while it is new, and where it was sent. */
  expectedAt: instant.nullable(),
  extended: z.boolean(),
  rows: z.number(),
  /** Its report was created: it cannot be removed. */
  begun: z.boolean(),
  state: z.enum(['new', 'exists', 'orphan']),
})

export const planEndpoints = endpoints({
  'GET /periods': {
    summary: 'Periode lapor',
    need: 'signed-in',
    rate: 'read',
    query: z.object({ year: year.optional(), form: formId.optional() }),
    response: z.object({ items: z.array(period) }),
    problems: ['invalid'],
  },
  'POST /periods/preview': {
    summary: 'Pratinjau laporan yang menjadi terlambat, atau tidak lagi terlambat, oleh tenggat yang baru',
    need: 'plan.manage',
    of: 'region',
    audit: 'stores-nothing',
    rate: 'compute',
    canWait: true,
    once: 'natural',
    body: z.strictObject({ periods: periodsIn }),
    response: z.object({
      items: z.array(
        z.object({
          submission: id.nullable(),
          office: z.object({ id, name: z.string() }),
          form: z.string(),
          title: z.string(),
          period: z.string(),
          periodTitle: z.string(),
          from: instant,
          to: instant,
          /** It was submitted before: it is judged again only where the new deadline applies to those too. */
          submitted: z.boolean(),
          becomes: z.enum(['late', 'on-time']),
        }),
      ),
      /** How many deadlines move. */
      moves: z.number(),
      /** How many more would where the new one is to hold for submitted reports too. */
      submitted: z.number(),
    }),
    problems: ['invalid'],
  },
  'PUT /periods': {
    summary: 'Buat atau ubah periode lapor; periode latihan berakhiran -latihan',
    need: 'plan.manage',
    of: 'region',
    audit: 'period.changed',
    also: ['submission.due-moved'],
    rate: 'write',
    once: 'natural',
    body: z.strictObject({
      periods: periodsIn,
      /** Why a deadline moves; asked for where reports become late by it, or stop being late. */
      reason: text(400).nullable().default(null),
      /** Whether the new deadlines also apply to reports submitted before; else those keep the deadline of then. */
      alsoSubmitted: z.boolean().default(false),
    }),
    response: z.object({ items: z.array(period) }),
    problems: ['invalid'],
  },
  'DELETE /periods/:type/:form/:key': {
    summary: 'Hapus periode lapor yang belum berkewajiban',
    need: 'plan.manage',
    of: 'region',
    audit: 'period.changed',
    rate: 'write',
    once: 'natural',
    status: 204,
    params: z.strictObject({ type: reportType, form: formSlug, key: periodKey }),
    response: z.null(),
    problems: ['not-found', 'in-use'],
  },
  'GET /waves': {
    summary: 'Gelombang',
    need: 'plan.manage',
    of: 'region',
    rate: 'read',
    response: z.object({ items: z.array(wave) }),
    problems: [],
  },
  'POST /waves': {
    summary: 'Tambah gelombang',
    need: 'plan.manage',
    of: 'region',
    audit: 'wave.changed',
    rate: 'write',
    once: 'idempotency-key',
    status: 201,
    body: waveIn,
    response: wave,
    problems: ['invalid'],
  },
  'PUT /waves/:id': {
    summary: 'Ubah gelombang',
    need: 'plan.manage',
    of: 'region',
    audit: 'wave.changed',
    rate: 'write',
    once: 'natural',
    params: byId,
    body: waveIn,
    response: wave,
    problems: ['not-found', 'invalid'],
  },
  'DELETE /waves/:id': {
    summary: 'Hapus gelombang; kewajiban yang sudah dibuat tetap ada',
    need: 'plan.manage',
    of: 'region',
    audit: 'wave.changed',
    rate: 'write',
    once: 'natural',
    status: 204,
    params: byId,
    response: z.null(),
    problems: ['not-found'],
  },
  'GET /assignments': {
    summary: 'Pengampu tiap baris katalog pada suatu tahun, juga yang tanpa pengampu dan yang berpengampu dua',
    need: 'plan.manage',
    of: 'region',
    rate: 'read',
    canWait: true,
    query: paged.extend({
      form: formId.optional(),
      year: year,
      office: uuid.optional(),
      state: z.enum(['owned', 'shared', 'not-applicable', 'unowned', 'double']).optional(),
      q: text(80).optional(),
    }),
    response: page(assignment),
    problems: ['invalid'],
  },
  'POST /assignments': {
    summary: 'Tetapkan pengampu suatu baris, atau "tidak berlaku di daerah ini", mulai suatu tahun',
    need: 'plan.manage',
    of: 'region',
    audit: 'assignment.changed',
    rate: 'write',
    once: 'natural',
    body: z
      .strictObject({
        form: formId,
        row: rowId,
        office: z.uuid(unchosen('Pilih perangkat daerah yang mengampu.')).nullable(),
        reason: text(400, 1, 'Tulis alasannya, misalnya kewenangan provinsi.').nullable().default(null),
        note: text(400, 0).default(''),
        shared: z.boolean().default(false),
        fromYear: year,
        toYear: year.nullable().default(null),
      })
      .refine(a => a.office !== null || a.reason !== null, {
        path: ['reason'],
        message: 'Tulis alasan mengapa baris ini tidak berlaku.',
        ...overFields('office', 'reason'),
      })
      .refine(a => a.toYear === null || a.toYear >= a.fromYear, {
        path: ['toYear'],
        message: 'Tahun akhir tidak boleh sebelum tahun mulai.',
        ...overFields('fromYear', 'toYear'),
      }),
    response: assignment,
    problems: ['invalid', 'not-found'],
  },
  'POST /assignments/:id/end': {
    summary: 'Akhiri suatu penugasan pada akhir tahun',
    need: 'plan.manage',
    of: 'region',
    audit: 'assignment.changed',
    rate: 'write',
    once: 'natural',
    params: byId,
    body: z.strictObject({ toYear: year }),
    response: assignment,
    problems: ['not-found', 'invalid'],
  },
  'POST /obligations/preview': {
    summary: 'Pratinjau kewajiban yang akan dibuat untuk suatu tahun',
    need: 'plan.manage',
    of: 'region',
    audit: 'stores-nothing',
    rate: 'compute',
    canWait: true,
    once: 'natural',
    body: z.strictObject({ year }),
    response: z.object({
      items: z.array(planned),
      added: z.number(),
      existing: z.number(),
      orphans: z.number(),
      /** Offices that owe something in the year and are in no wave for it, each with those report types. */
      outside: z.array(z.object({ id, name: z.string(), reportTypes: z.array(reportType) })),
    }),
    problems: ['invalid'],
  },
  'POST /obligations': {
    summary: 'Buat kewajiban untuk suatu tahun; yang sudah ada tidak diubah',
    need: 'plan.manage',
    of: 'region',
    audit: 'obligations.generated',
    rate: 'write',
    once: 'natural',
    body: z.strictObject({ year }),
    response: z.object({ added: z.number(), existing: z.number() }),
    problems: ['invalid'],
  },
  'DELETE /obligations/:id': {
    summary: 'Hapus kewajiban yang laporannya belum dimulai; dibuat lagi bila masih diminta saat kewajiban dibuat',
    need: 'plan.manage',
    of: 'region',
    audit: 'obligation.removed',
    rate: 'write',
    once: 'natural',
    status: 204,
    params: byId,
    response: z.null(),
    problems: ['not-found', 'in-use'],
  },
  'POST /obligations/:id/extension': {
    summary: 'Perpanjang tenggat satu kewajiban, dengan alasan',
    note: 'Yang dipindahkan ialah tanggal yang sedang ditunggu: tenggat laporan yang belum dikirim, atau tenggat menjawab pengembalian; `moved` menyebut yang mana. Tenggat laporan yang sudah dikirim tidak dipindahkan.',
    need: 'plan.manage',
    audit: 'submission.extended',
    rate: 'write',
    once: 'natural',
    params: byId,
    body: z.strictObject({
      dueAt: instantIn,
      reason: text(400, 1, 'Tulis alasannya; perangkat daerah ikut membacanya di riwayat.'),
    }),
    response: z.object({
      id,
      dueAt: instant,
      /** Which date was moved: the deadline of the report, or that of the answer to a return. */
      moved: z.enum(['report', 'answer']),
    }),
    problems: ['not-found', 'invalid', 'wrong-status'],
  },
  'POST /obligations/:id/reminders': {
    summary: 'Ingatkan perangkat daerah akan laporan yang ditunggu; sekali sehari untuk tiap kewajiban',
    note: 'Yang bertanggung jawab atas laporan itu diberi tahu di aplikasi, dan lewat surat elektronik bila mereka memilihnya. Diulang pada hari yang sama, tidak ada yang dikirim lagi: jawabannya pengingat hari itu, dengan `again`.',
    need: 'plan.manage',
    audit: 'obligation.reminded',
    rate: 'write',
    once: 'natural',
    params: byId,
    body: z.strictObject({ message: text(400, 0).default('') }),
    response: z
      .object({
        obligation: id,
        by,
        at: instant,
        message: z.string(),
        /** It was reminded of before on this day: no user was told again. */
        again: z.boolean(),
        /** Empty where no post of the office, or of one above it, is held. */
        told: z.array(z.object({ name: z.string(), mail: z.enum(noticeMails) })),
      })
      .meta({ id: 'Reminder' }),
    problems: ['not-found', 'invalid', 'wrong-status'],
  },
})
