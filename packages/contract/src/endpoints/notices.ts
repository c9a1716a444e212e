import { noticeKinds, noticeMails } from '@sepakat/rules/notices/noticeKinds.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { day, id, instant, instantIn, nothing, page, paged, reportStatus, uuid } from '../wire.ts'

const kind = z.enum(noticeKinds)

const notice = z
  .object({
    id,
    kind,
    /** Its lines are as they were on this day of the region. */
    day,
    at: instant,
    readAt: instant.nullable(),
    mail: z.enum(noticeMails),
    /** How many reports it is about; `lines` has the first 50. */
    count: z.number(),
    /** How many of them were overdue on that day. */
    late: z.number(),
    lines: z.array(
      z
        .object({
          obligation: id.nullable(),
          submission: id.nullable(),
          office: z.string(),
          form: z.string(),
          title: z.string(),
          period: z.string(),
          periodTitle: z.string(),
          number: z.number(),
          status: reportStatus,
          due: day.nullable(),
          since: day.nullable(),
        })
        .meta({ id: 'NoticeLine' }),
    ),
    /** Who asked for the report, with which words; null where no user did. */
    asked: z.object({ by: z.string(), message: z.string() }).meta({ id: 'AskedFor' }).nullable(),
  })
  .meta({ id: 'Notice' })

const mailbox = z
  .object({
    address: z.string().nullable(),
    /** Kinds of notices that do not go by mail. */
    without: z.array(kind),
    version: z.number(),
    /** When a mail server refused the address for good, with its code; null: none did. */
    refusedAt: instant.nullable(),
    refusal: z.string(),
    /** Whether this installation sends mail at all. */
    on: z.boolean(),
  })
  .meta({ id: 'Mailbox' })

export const noticeEndpoints = endpoints({
  'GET /notices': {
    summary: 'Pemberitahuan saya, terbaru dahulu',
    need: 'signed-in',
    rate: 'read',
    canWait: true,
    query: paged,
    response: page(notice),
    problems: ['no-right', 'invalid'],
  },
  'GET /notices/unread': {
    summary: 'Banyaknya pemberitahuan saya yang belum dibaca',
    need: 'signed-in',
    rate: 'read',
    response: z.object({ unread: z.number() }),
    problems: ['no-right'],
  },
  'POST /notices/read': {
    summary: 'Tandai pemberitahuan saya sudah dibaca; tanpa menyebut yang mana: semuanya, atau semua sampai suatu saat',
    need: 'signed-in',
    audit: 'notices.read',
    rate: 'write',
    once: 'natural',
    status: 204,
    body: z.strictObject({
      notices: z.array(uuid).max(200).nullable().default(null),
      /** Only those up to this instant, the newest that was seen: what came after it was not read. */
      upTo: instantIn.nullable().default(null),
    }),
    response: nothing,
    problems: ['no-right', 'invalid'],
  },
  'GET /mailbox': {
    summary: 'Ke mana surat elektronik bagi saya dikirim, dan pemberitahuan apa saja',
    need: 'signed-in',
    rate: 'read',
    response: mailbox,
    problems: ['no-right'],
  },
  'PUT /mailbox': {
    summary: 'Pilih ke mana surat elektronik bagi saya dikirim, dan pemberitahuan apa saja',
    note: 'Di aplikasi semua pemberitahuan tampil, apa pun pilihannya di sini.',
    need: 'signed-in',
    audit: 'mailbox.changed',
    rate: 'write',
    once: 'natural',
    body: z.strictObject({
      address: z.email('Tulis alamat surat elektronik seperti nama@nunukankab.go.id.').max(254).nullable(),
      without: z.array(kind).max(noticeKinds.length),
      /** That was read; 0 where nothing was chosen yet. */
      version: z.number().int().min(0).max(2_147_483_646),
    }),
    response: mailbox,
    problems: ['no-right', 'invalid', 'stale'],
  },
})
