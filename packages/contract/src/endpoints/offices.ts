import { editionTypes } from '@sepakat/rules/editions/editionTypes.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { byId, day, dayIn, id, reportType, text, unchosen, uuid } from '../wire.ts'
import { seconding } from './secondings.ts'

const span = z.object({
  name: z.string(),
  shortName: z.string(),
  parent: id.nullable(),
  urusan: z.array(z.string()),
  from: day,
  to: day.nullable(),
})
const office = z
  .object({
    id,
    kind: z.string(),
    code: z.string().nullable(),
    name: z.string(),
    shortName: z.string(),
    parent: id.nullable(),
    urusan: z.array(z.string()),
    confidence: z.string(),
    ended: z.boolean(),
  })
  .meta({ id: 'Office' })

const spanIn = z.strictObject({
  name: text(200, 1, 'Tulis nama lengkap perangkat daerah.'),
  shortName: text(40, 0).default(''),
  parent: uuid.nullable().default(null),
  urusan: z.array(text(80)).max(12, 'Paling banyak 12 urusan.').default([]),
  from: dayIn,
})

const planYear = z.number().int().min(2015, 'Tulis tahun sejak 2015.').max(2100, 'Tulis tahun sampai 2100.')
/** The years of the Renstra, with or without the year of transition after its five. */
const plan = z
  .strictObject({ from: planYear, to: planYear })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Tahun terakhir tidak boleh sebelum tahun pertama.' })
  .refine(({ from, to }) => from > to || to - from === 4 || to - from === 5, {
    path: ['to'],
    error: ({ input }) => {
      const { from, to } = input as { from: number; to: number }
      return `Renstra mencakup lima tahun, atau enam dengan tahun transisinya; ini ${to - from + 1} tahun.`
    },
  })

/** No less than two of the largest files; no more than a disk has. */
/** One of the regency's own reports, by type and period: `lppd/2025`. */
const publishedKey = z.string().regex(/^[a-z]+\/\d{4}(-TW[1-4])?$/)
const megabytes = z
  .number('Tulis angka dalam MB.')
  .int('Tulis bilangan bulat dalam MB.')
  .min(50, 'Paling sedikit 50 MB.')
  .max(1_000_000, 'Paling banyak 1.000.000 MB.')

const days = (most: number) =>
  z.number().int('Tulis hari dengan bilangan bulat.').min(0).max(most, `Paling banyak ${most} hari.`)
const someDays = z.array(days(60).min(1, 'Paling sedikit 1 hari.')).max(6, 'Paling banyak enam hari.')
/** When people are told, in days from the due date; `every` and `escalation` 0: not at all. */
const reminders = z.strictObject({
  before: someDays,
  after: someDays,
  every: days(60),
  escalation: days(120),
  digest: z.boolean(),
})

export const officeEndpoints = endpoints({
  'GET /offices': {
    summary: 'Perangkat daerah sebagai pohon',
    need: 'signed-in',
    rate: 'read',
    response: z.object({ items: z.array(office) }),
    problems: [],
  },
  'GET /offices/:id': {
    summary: 'Satu perangkat daerah dengan nama-namanya dari masa ke masa',
    need: 'signed-in',
    rate: 'read',
    params: byId,
    response: office.extend({
      source: z.string(),
      note: z.string(),
      address: z.string(),
      place: z.string(),
      spans: z.array(span),
    }),
    problems: ['not-found'],
  },
  'POST /offices': {
    summary: 'Tambah perangkat daerah',
    need: 'office.manage',
    of: 'region',
    audit: 'office.changed',
    rate: 'write',
    once: 'idempotency-key',
    status: 201,
    body: spanIn.extend({
      kind: z.enum(
        [
          'sekretariat',
          'bagian',
          'inspektorat',
          'dinas',
          'badan',
          'rsud',
          'kecamatan',
          'kelurahan',
          'uptd',
          'puskesmas',
          'bidang',
          'unit',
        ],
        unchosen('Pilih jenisnya.'),
      ),
      code: text(40).nullable().default(null),
      note: text(400, 0).default(''),
    }),
    response: office,
    location: '/offices/:id',
    problems: ['invalid', 'exists'],
  },
  'POST /offices/:id/spans': {
    summary: 'Ganti nama, induk, atau urusan mulai suatu tanggal',
    need: 'office.manage',
    of: 'region',
    audit: 'office.changed',
    also: ['second.asked'],
    rate: 'write',
    once: 'natural',
    params: byId,
    body: spanIn,
    response: office,
    waits: seconding,
    problems: ['not-found', 'invalid'],
  },
  'PUT /offices/:id/letterhead': {
    summary: 'Ubah kop surat: alamat, dan tempat penandatanganan',
    need: 'office.manage',
    of: 'region',
    audit: 'office.changed',
    rate: 'write',
    once: 'natural',
    params: byId,
    body: z.strictObject({ address: text(300, 0), place: text(80, 0) }),
    response: z.object({ address: z.string(), place: z.string() }),
    problems: ['not-found', 'invalid'],
  },
  'POST /offices/:id/end': {
    summary: 'Akhiri perangkat daerah pada suatu tanggal',
    need: 'office.manage',
    of: 'region',
    audit: 'office.changed',
    rate: 'write',
    once: 'natural',
    params: byId,
    body: z.strictObject({ to: dayIn }),
    response: office,
    problems: ['not-found', 'invalid', 'in-use'],
  },
  'GET /settings': {
    summary: 'Pengaturan',
    need: 'setting.manage',
    of: 'region',
    rate: 'read',
    response: z.object({ items: z.array(z.object({ key: z.string(), value: z.unknown() })) }),
    problems: [],
  },
  'PUT /settings/:key': {
    summary: 'Ubah satu pengaturan',
    need: 'setting.manage',
    of: 'region',
    audit: 'setting.changed',
    also: ['second.asked', 'edition.ordered'],
    rate: 'write',
    once: 'natural',
    params: z.strictObject({
      key: z.enum(['region', 'contact', 'plan', 'moves', 'uploads', 'duties', 'editions', 'public', 'reminders']),
    }),
    body: z.strictObject({
      value: z.union([
        z.strictObject({
          name: text(120, 1, 'Tulis nama daerah.'),
          zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
        }),
        z.strictObject({
          name: text(120, 1, 'Tulis nama narahubungnya.'),
          whatsapp: z
            .string()
            .trim()
            .regex(/^\+?\d{8,16}$/, 'Tulis nomor WhatsApp dengan 8 sampai 16 angka, misalnya +6281234567890.'),
        }),
        plan,
        z.strictObject({ report: megabytes, personDay: megabytes }),
        z.strictObject({ second: z.boolean() }),
        z.strictObject({ reviewed: z.array(z.enum(editionTypes)).max(editionTypes.length) }),
        z.strictObject({
          on: z.boolean(),
          licence: z.strictObject({
            name: text(120, 1, 'Tulis nama lisensinya.'),
            url: z
              .url({ protocol: /^https$/, error: 'Tulis alamat lisensinya, yang dimulai dengan https://.' })
              .max(400),
          }),
          editions: z.array(publishedKey).max(200),
        }),
        reminders,
        z.record(reportType, z.strictObject({ signing: z.boolean(), secondReview: z.boolean() })),
      ]),
    }),
    response: z.object({ key: z.string(), value: z.unknown() }),
    waits: seconding,
    problems: ['invalid'],
  },
})
