import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { anchor, by, day, dayIn, id, instant, nothing, sha256In, text, uuid } from '../wire.ts'
import { params } from './submissions.ts'

/** What may be attached, told by its content. */
export const attachmentMedia = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const
export const attachment = z
  .object({
    id,
    anchor: z.string(),
    title: z.string(),
    number: z.string(),
    date: day.nullable(),
    page: z.string(),
    fileName: z.string(),
    media: z.string().meta({ enum: [...attachmentMedia] }),
    bytes: z.number(),
    sha256: z.string(),
    /** Its numbers come from other workbooks, which are never fetched. */
    warnings: z.array(z.enum(['links-to-workbooks'])),
    replaces: id.nullable(),
    removed: z.boolean(),
    by,
    at: instant,
  })
  .meta({ id: 'Attachment' })
/** What is said of a file: what it proves, and what it is called. */
const described = z.strictObject({
  anchor,
  title: text(200),
  number: text(120, 0).default(''),
  date: dayIn.nullable().default(null),
  page: text(40, 0).default(''),
  replaces: uuid.optional(),
})
/** What of it is said otherwise; what is not sent stays. */
const redescribed = z
  .strictObject({ anchor, title: text(200), number: text(120, 0), date: dayIn.nullable(), page: text(40, 0) })
  .partial()
const attaching = {
  need: 'submission.write',
  audit: 'attachment.added',
  also: ['attachment.replaced'],
  once: 'natural',
  status: 201,
  response: attachment,
} as const
const attachProblems = [
  'not-found',
  'wrong-status',
  'invalid',
  'file-refused',
  'too-large',
  'uploads-full',
  'quota-reached',
  'wrong-media',
  'hash-differs',
  'exists',
  'no-right',
] as const
const pieces = z.object({ offset: z.number(), bytes: z.number() }).meta({ id: 'Pieces' })

/**
 * A file goes up whole with what is said of it (multipart), or in pieces that a cut line does not lose: its bytes by the protocol
 * of tus 1.0 under the id that the attachment will have, then the PUT of that attachment.
 */
export const attachmentEndpoints = endpoints({
  'GET /submissions/:id/attachments': {
    summary: 'Bukti dukung',
    need: 'submission.read',
    rate: 'read',
    params,
    response: z.object({ items: z.array(attachment) }),
    problems: ['not-found', 'no-right'],
  },
  'POST /submissions/:id/attachments': {
    ...attaching,
    summary: 'Lampirkan berkas pada satu isian, atau ganti berkas yang ada',
    rate: 'upload',
    params,
    multipart: true,
    body: described.extend({ id: uuid, sha256: sha256In.optional() }),
    problems: [...attachProblems],
  },
  'PUT /submissions/:id/attachments/:attachment': {
    ...attaching,
    summary: 'Lampirkan berkas yang sudah sampai seluruhnya lewat unggahan bersambung dengan id ini',
    rate: 'write',
    params: params.extend({ attachment: uuid }),
    body: described.extend({ fileName: z.string().max(1000), sha256: sha256In }),
    problems: [...attachProblems, 'incomplete', 'upload-gone'],
  },
  'POST /submissions/:id/uploads': {
    summary: 'Mulai unggahan bersambung (tus 1.0): Upload-Length, dan id lampirannya dalam Upload-Metadata',
    need: 'submission.write',
    audit: 'stores-nothing',
    rate: 'upload',
    once: 'natural',
    status: 201,
    params,
    tus: true,
    response: pieces,
    location: '/submissions/:id/uploads/:upload',
    problems: [
      'not-found',
      'no-right',
      'invalid',
      'bad-request',
      'exists',
      'too-large',
      'uploads-full',
      'quota-reached',
      'wrong-media',
    ],
  },
  'GET /submissions/:id/uploads/:upload': {
    summary: 'Sampai mana unggahan bersambung; dengan HEAD seperti diminta tus',
    need: 'submission.write',
    rate: 'read',
    params: params.extend({ upload: uuid }),
    response: pieces,
    problems: ['not-found', 'no-right', 'upload-gone'],
  },
  'PATCH /submissions/:id/uploads/:upload': {
    summary: 'Potongan berikut unggahan bersambung, dari Upload-Offset',
    need: 'submission.write',
    audit: 'stores-nothing',
    rate: 'write',
    once: 'natural',
    status: 204,
    params: params.extend({ upload: uuid }),
    tus: true,
    response: nothing,
    problems: ['not-found', 'no-right', 'bad-request', 'incomplete', 'upload-gone', 'too-large', 'wrong-media'],
  },
  'DELETE /submissions/:id/uploads/:upload': {
    summary: 'Buang unggahan bersambung yang tidak akan dilampirkan',
    need: 'submission.write',
    audit: 'stores-nothing',
    rate: 'write',
    once: 'natural',
    status: 204,
    params: params.extend({ upload: uuid }),
    response: nothing,
    problems: ['not-found', 'no-right'],
  },
  'PATCH /submissions/:id/attachments/:attachment': {
    summary: 'Ubah keterangan berkas: judul, nomor, tanggal, halaman, dan isian yang dibuktikannya',
    need: 'submission.write',
    audit: 'attachment.described',
    rate: 'write',
    once: 'natural',
    params: params.extend({ attachment: uuid }),
    body: redescribed,
    response: attachment,
    problems: ['not-found', 'wrong-status', 'invalid', 'no-right'],
  },
  'DELETE /submissions/:id/attachments/:attachment': {
    summary: 'Lepaskan berkas; yang sudah ada dalam kiriman tetap tersimpan',
    need: 'submission.write',
    audit: 'attachment.removed',
    rate: 'write',
    once: 'natural',
    status: 204,
    params: params.extend({ attachment: uuid }),
    response: nothing,
    problems: ['not-found', 'wrong-status', 'no-right'],
  },
  'GET /submissions/:id/attachments/:attachment/content': {
    summary: 'Isi berkas',
    need: 'submission.read',
    rate: 'read',
    binary: Object.fromEntries(attachmentMedia.map(media => [media, null])),
    params: params.extend({ attachment: uuid }),
    response: z.unknown(),
    problems: ['not-found', 'no-right'],
  },
})
