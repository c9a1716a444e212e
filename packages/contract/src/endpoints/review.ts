import { noteStatuses } from '@sepakat/rules/workflow/recordStatuses.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { anchor, by, id, instant, instantIn, statedAt, text, uuid } from '../wire.ts'
import { params, submissionEndpoints } from './submissions.ts'

const submission = submissionEndpoints['GET /submissions/:id'].response
export const note = z
  .object({
    id,
    anchor: z.string(),
    text: z.string(),
    status: z.enum(noteStatuses),
    revision: z.number().nullable(),
    by,
    at: instant,
    answers: z.array(z.object({ text: z.string(), by, at: instant })),
  })
  .meta({ id: 'Note' })
const anchors = z.array(anchor).min(1).max(500).optional()
const moved = {
  rate: 'write',
  once: 'idempotency-key',
  params,
  ifMatch: true,
  response: submission,
} as const
const moveProblems = ['not-found', 'wrong-status', 'needs-unmet', 'stale', 'invalid', 'no-right', 'key-reused'] as const

export const reviewEndpoints = endpoints({
  'POST /submissions/:id/submit': {
    ...moved,
    summary: 'Kirim laporan: membekukan kiriman dan memberi tanda terima',
    need: 'submission.submit',
    audit: 'submission.submitted',
    body: z.strictObject({ deviceAt: statedAt.optional() }),
    problems: [...moveProblems],
    response: z.object({
      submission,
      receipt: z.object({
        number: z.string(),
        revision: z.number(),
        at: instant,
        sha256: z.string(),
        seal: z.string().nullable(),
      }),
    }),
  },
  'POST /submissions/:id/sign': {
    ...moved,
    summary: 'Tanda tangani laporan',
    need: 'submission.sign',
    audit: 'submission.signed',
    body: z.strictObject({}),
    problems: [...moveProblems],
  },
  'POST /submissions/:id/decline': {
    ...moved,
    summary: 'Tolak menandatangani, dengan alasan',
    need: 'submission.sign',
    audit: 'submission.declined',
    body: z.strictObject({ reason: text(2000) }),
    problems: [...moveProblems],
  },
  'POST /submissions/:id/withdraw': {
    ...moved,
    summary: 'Tarik kembali sebelum diperiksa',
    need: 'submission.submit',
    audit: 'submission.withdrawn',
    body: z.strictObject({}),
    problems: [...moveProblems],
  },
  'POST /submissions/:id/claim': {
    ...moved,
    summary: 'Ambil untuk diperiksa',
    need: 'submission.review',
    audit: 'submission.claimed',
    body: z.strictObject({}),
    problems: [...moveProblems],
  },
  'POST /submissions/:id/release': {
    ...moved,
    summary: 'Lepaskan kembali ke antrean',
    need: 'submission.review',
    audit: 'submission.released',
    body: z.strictObject({}),
    problems: [...moveProblems],
  },
  'POST /submissions/:id/return': {
    ...moved,
    summary: 'Kembalikan dengan catatan dan tanggal jawaban',
    need: 'submission.review',
    audit: 'submission.returned',
    body: z.strictObject({ dueAt: instantIn, anchors }),
    problems: [...moveProblems],
  },
  'POST /submissions/:id/approve': {
    ...moved,
    summary: 'Setujui',
    need: 'submission.review',
    audit: 'submission.approved',
    body: z.strictObject({}),
    problems: [...moveProblems],
  },
  'POST /submissions/:id/reopen': {
    ...moved,
    summary: 'Buka kembali laporan yang sudah disetujui',
    need: 'submission.reopen',
    audit: 'submission.reopened',
    body: z.strictObject({ reason: text(2000), dueAt: instantIn, anchors }),
    problems: [...moveProblems],
  },
  'POST /submissions/:id/unclaim': {
    ...moved,
    summary: 'Lepaskan laporan dari pemeriksa yang berhalangan, dengan alasan; orang lain lalu dapat mengambilnya',
    need: 'submission.reopen',
    audit: 'submission.released',
    body: z.strictObject({ reason: text(2000) }),
    problems: [...moveProblems],
  },
  'PUT /submissions/:id/ticks': {
    summary: 'Tandai baris sudah diperiksa, atau cabut tandanya; `anchors` untuk banyak baris sekaligus',
    need: 'submission.review',
    audit: 'submission.ticked',
    rate: 'write',
    once: 'natural',
    params,
    body: z
      .strictObject({ anchor: anchor.optional(), anchors, ticked: z.boolean() })
      .refine(rows => (rows.anchor === undefined) !== (rows.anchors === undefined), {
        path: ['anchor'],
        message: 'Sebutkan satu baris (anchor) atau daftar baris (anchors).',
      }),
    response: submission,
    problems: [...moveProblems],
  },

  'GET /submissions/:id/notes': {
    summary: 'Catatan verifikator',
    need: 'submission.read',
    rate: 'read',
    params,
    response: z.object({ items: z.array(note) }),
    problems: ['not-found'],
  },
  'POST /submissions/:id/notes': {
    summary: 'Tambah catatan pada satu isian',
    need: 'submission.review',
    audit: 'note.added',
    rate: 'write',
    once: 'natural',
    status: 201,
    params,
    body: z.strictObject({ id: uuid, anchor, text: text(4000) }),
    response: note,
    problems: ['not-found', 'wrong-status', 'invalid', 'needs-unmet', 'no-right', 'exists'],
  },
  'POST /submissions/:id/notes/:note/answers': {
    summary: 'Jawab catatan',
    need: 'submission.write',
    audit: 'note.answered',
    rate: 'write',
    once: 'idempotency-key',
    params: params.extend({ note: uuid }),
    body: z.strictObject({ text: text(4000) }),
    response: note,
    problems: ['not-found', 'wrong-status', 'invalid', 'no-right', 'key-reused'],
  },
  'POST /submissions/:id/notes/:note/resolve': {
    summary: 'Nyatakan catatan selesai',
    need: 'submission.review',
    audit: 'note.resolved',
    rate: 'write',
    once: 'natural',
    params: params.extend({ note: uuid }),
    response: note,
    problems: ['not-found', 'wrong-status', 'needs-unmet', 'no-right'],
  },
})
