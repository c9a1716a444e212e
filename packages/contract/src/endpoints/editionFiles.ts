import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, dayIn, instant, text } from '../wire.ts'
import { file, format, ofFile, params, partId, signingWay } from './editionShapes.ts'

/** NIK and passphrase are of one signing: they are kept nowhere. */
const signing = z.discriminatedUnion(
  'with',
  [
    z.strictObject({ with: z.literal(signingWay.enum.own) }),
    z.strictObject({
      with: z.literal(signingWay.enum.bsre),
      nik: z.string().regex(/^\d{16}$/, 'Tulis NIK 16 angka.'),
      passphrase: z.string().min(1, 'Tulis passphrase BSrE Anda.').max(200, 'Paling banyak 200 huruf.'),
    }),
  ],
  'Pilih dengan apa ditandatangani.',
)

export const editionFileEndpoints = endpoints({
  'GET /editions/:id/files': {
    summary: 'Berkas yang dipesan dari laporan kabupaten ini, terbaru lebih dahulu',
    need: 'figure.read',
    of: 'region',
    audit: null,
    rate: 'read',
    status: 200,
    params,
    response: z.object({
      items: z.array(file),
      /** With what this installation can sign. */
      signing: z.object({ own: z.boolean(), bsre: z.boolean() }),
    }),
    problems: ['not-found'],
  },
  'POST /editions/:id/files': {
    summary: 'Pesan sebuah berkas; dibuat di belakang layar, satu per satu',
    need: 'figure.read',
    of: 'region',
    audit: 'edition.ordered',
    rate: 'write',
    once: 'idempotency-key',
    status: 201,
    params,
    body: z.strictObject({ as: format }),
    response: file,
    problems: ['not-found', 'invalid'],
  },
  'GET /editions/:id/files/:file': {
    summary: 'Isi berkas; 202 selama belum selesai dibuat',
    need: 'figure.read',
    of: 'region',
    audit: null,
    rate: 'compute',
    canWait: true,
    status: 200,
    binary: {
      'application/pdf': null,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document': null,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': null,
      'application/json': null,
      'application/zip': null,
    },
    pending: z.object({ state: z.literal('being-made'), progress: z.number() }),
    params: ofFile,
    response: z.unknown(),
    problems: ['not-found'],
  },
  'POST /editions/:id/files/:file/cancel': {
    summary: 'Batalkan pembuatan berkas',
    need: 'figure.read',
    of: 'region',
    audit: 'edition.order-cancelled',
    rate: 'write',
    once: 'natural',
    status: 200,
    params: ofFile,
    response: file,
    problems: ['not-found'],
  },
  'PUT /editions/:id/files/:file/signature': {
    summary: 'Tanda tangani PDF laporan yang sudah disahkan secara elektronik',
    note: 'Dengan sertifikat daerah yang dipasang di server, atau lewat BSrE dengan NIK dan passphrase penanda tangan, yang tidak disimpan. Satu PDF ditandatangani satu kali; permintaan berikutnya dijawab dengan hasil yang sama.',
    need: 'edition.approve',
    of: 'region',
    audit: 'edition.signed',
    rate: 'write',
    once: 'natural',
    status: 200,
    params: ofFile,
    body: signing,
    response: file,
    problems: ['not-found', 'invalid', 'wrong-status', 'needs-unmet'],
  },
  'PUT /editions/:id/sendings/:addressee': {
    summary: 'Catat kapan dan dengan tanda terima apa laporan disampaikan; tanpa tanggal, catatannya dihapus',
    need: 'edition.manage',
    of: 'region',
    audit: 'edition.delivered',
    rate: 'write',
    once: 'natural',
    status: 200,
    params: params.extend({ addressee: partId }),
    body: z.strictObject({ date: dayIn.nullable(), receipt: text(400, 0) }),
    response: z.null(),
    problems: ['not-found', 'invalid', 'wrong-status'],
  },
  'GET /editions/:id/paste': {
    summary: 'Nilai menurut urutan layar aplikasi kementerian, dengan tanda yang sudah disalin',
    need: 'figure.read',
    of: 'region',
    audit: null,
    rate: 'compute',
    canWait: true,
    status: 200,
    params,
    response: z.object({
      /** `SILPPD`. */
      application: z.string(),
      screens: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          fields: z.array(
            z.object({
              id: z.string(),
              label: z.string(),
              /** As the ministry's field takes it; '' where there is none. */
              value: z.string(),
              unit: z.string(),
              /** Null: not carried over; `value` is what it was then. */
              carried: z.object({ value: z.string(), by, at: instant }).nullable(),
            }),
          ),
        }),
      ),
    }),
    problems: ['not-found'],
  },
  'PUT /editions/:id/paste/:field': {
    summary: 'Tandai sebuah nilai sudah disalin ke aplikasi kementerian, atau cabut tandanya',
    need: 'edition.manage',
    of: 'region',
    audit: 'edition.carried',
    rate: 'write',
    once: 'natural',
    status: 200,
    params: params.extend({ field: z.string().min(1).max(240) }),
    body: z.strictObject({ value: z.string().max(400).nullable() }),
    response: z.null(),
    problems: ['not-found', 'invalid'],
  },
})
