import { messageStatuses, messageTypeNames } from '@sepakat/rules/webhooks/messageTypes.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { id, instant, instantIn, page, paged, text, unchosen, uuid } from '../wire.ts'

const mostUrl = 400
const webhook = z
  .object({
    id,
    name: z.string(),
    url: z.string(),
    types: z.array(z.string()),
    key: z.object({ id, name: z.string() }),
    /** Since when no message got through; null: the last one did, or none was sent yet. */
    failingSince: instant.nullable(),
    deliveredAt: instant.nullable(),
    /** Until then messages carry the signature of the former secret too. */
    formerUntil: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Webhook' })

const given = z.strictObject({
  name: text(120, 1, 'Tulis nama penerimanya.'),
  url: z
    .url({ protocol: /^https$/, error: 'Tulis alamat lengkap, misalnya https://aplikasi.example.go.id/sepakat.' })
    .max(mostUrl, `Paling banyak ${mostUrl} huruf.`),
  types: z.array(z.enum(messageTypeNames)).min(1, 'Pilih sedikitnya satu jenis pesan.').max(messageTypeNames.length),
  key: z.uuid(unchosen('Pilih kunci API programnya.')),
})
const params = z.strictObject({ id: uuid })
const message = z
  .object({
    id,
    type: z.string(),
    at: instant,
    status: z.enum(messageStatuses),
    nextAt: instant.nullable(),
    attempts: z.array(
      z.object({
        n: z.number(),
        at: instant,
        tookMs: z.number(),
        /** Of the answer; null where none came, and `problem` says why. */
        status: z.number().nullable(),
        problem: z.string().nullable(),
        answer: z.string(),
      }),
    ),
  })
  .meta({ id: 'WebhookMessage' })

const manage = { need: 'key.manage', of: 'region' } as const
const secretNote =
  'Tidak menerima `Idempotency-Key`: jawabannya memuat rahasia (`whsec_…`), dan rahasia tidak disimpan untuk diulang.'

export const webhookEndpoints = endpoints({
  'GET /webhooks': {
    summary: 'Daftar webhook dengan keadaannya',
    ...manage,
    audit: null,
    rate: 'read',
    status: 200,
    response: z.object({ items: z.array(webhook) }),
    problems: [],
  },
  'POST /webhooks': {
    summary: 'Tambah webhook; rahasianya ditampilkan satu kali ini saja',
    note: secretNote,
    ...manage,
    audit: 'webhook.changed',
    rate: 'write',
    once: 'natural',
    status: 201,
    body: given,
    response: webhook.extend({ secret: z.string() }),
    problems: ['invalid'],
  },
  'PUT /webhooks/:id': {
    summary: 'Ubah nama, alamat, jenis pesan, atau kunci webhook',
    ...manage,
    audit: 'webhook.changed',
    rate: 'write',
    once: 'natural',
    status: 200,
    params,
    body: given,
    response: webhook,
    problems: ['invalid', 'not-found'],
  },
  'DELETE /webhooks/:id': {
    summary: 'Hapus webhook beserta catatan pengirimannya',
    ...manage,
    audit: 'webhook.changed',
    rate: 'write',
    once: 'natural',
    status: 204,
    params,
    response: z.null(),
    problems: ['not-found'],
  },
  'POST /webhooks/:id/secret': {
    summary: 'Ganti rahasia webhook; selama sehari pesan membawa tanda tangan keduanya',
    note: secretNote,
    ...manage,
    audit: 'webhook.changed',
    rate: 'write',
    once: 'natural',
    status: 200,
    params,
    response: webhook.extend({ secret: z.string() }),
    problems: ['not-found'],
  },
  'GET /webhooks/:id/messages': {
    summary: 'Catatan pengiriman: pesan terbaru dahulu, dengan setiap percobaannya',
    ...manage,
    audit: null,
    rate: 'read',
    canWait: true,
    status: 200,
    params,
    query: paged.extend({ status: z.enum(messageStatuses).optional() }),
    response: page(message),
    problems: ['not-found', 'invalid'],
  },
  'POST /webhooks/:id/test': {
    summary: 'Kirim pesan uji',
    ...manage,
    audit: 'webhook.replayed',
    rate: 'write',
    once: 'natural',
    status: 200,
    params,
    body: z.strictObject({ message: uuid }),
    response: z.object({ message: id }),
    problems: ['not-found', 'invalid'],
  },
  'POST /webhooks/:id/replay': {
    summary: 'Kirim ulang satu pesan, atau semua pesan sejak suatu saat',
    note: 'Pesan dikirim ulang dengan `webhook-id` yang sama, juga yang masih menunggu percobaan berikutnya. Yang tidak boleh dibaca lagi oleh kuncinya ditolak dan tidak dikirim.',
    ...manage,
    audit: 'webhook.replayed',
    rate: 'write',
    once: 'natural',
    status: 200,
    params,
    body: z.union([z.strictObject({ message: uuid }), z.strictObject({ since: instantIn })]),
    response: z.object({ messages: z.number() }),
    problems: ['not-found', 'invalid'],
  },
})
