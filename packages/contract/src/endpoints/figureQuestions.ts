import { questionStatuses } from '@sepakat/rules/workflow/recordStatuses.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, formId, id, instant, office, periodKey, text, uuid } from '../wire.ts'
import { params } from './submissions.ts'

const question = z
  .object({
    id,
    submission: id,
    office,
    form: z.string(),
    period: z.string(),
    revision: z.number(),
    code: z.string(),
    row: z.string(),
    label: z.string(),
    rowLabel: z.string(),
    text: z.string(),
    status: z.enum(questionStatuses),
    by,
    /** Whether who reads it may close it: it is open and was asked by that post, or by one that has ended in whose place it acts. */
    mayClose: z.boolean(),
    at: instant,
    answers: z.array(z.object({ text: z.string(), by, at: instant })),
  })
  .meta({ id: 'Question' })

export const figureQuestionEndpoints = endpoints({
  'GET /questions': {
    summary: 'Permintaan penjelasan atas angka, terbaru dahulu',
    need: 'figure.read',
    rate: 'read',
    query: z.object({
      submission: uuid.optional(),
      form: formId.optional(),
      period: periodKey.optional(),
      open: z.stringbool().optional(),
    }),
    response: z.object({ items: z.array(question) }),
    problems: [],
  },
  'POST /submissions/:id/questions': {
    summary: 'Minta penjelasan atas satu angka',
    note: 'Untuk yang membaca angka perangkat daerah lain. Laporan yang sudah disetujui tetap disetujui.',
    need: 'figure.read',
    audit: 'figure.asked',
    rate: 'write',
    once: 'natural',
    status: 201,
    params,
    body: z.strictObject({
      id: uuid,
      code: z.string().max(60),
      row: z.string().max(160).default(''),
      text: text(4000),
    }),
    response: question,
    problems: ['not-found', 'wrong-status', 'invalid', 'no-right', 'exists'],
  },
  'POST /submissions/:id/questions/:question/answers': {
    summary: 'Jawab permintaan penjelasan',
    need: 'submission.read',
    audit: 'figure.answered',
    rate: 'write',
    once: 'idempotency-key',
    params: params.extend({ question: uuid }),
    body: z.strictObject({ text: text(4000) }),
    response: question,
    problems: ['not-found', 'wrong-status', 'invalid', 'no-right', 'key-reused'],
  },
  'POST /submissions/:id/questions/:question/close': {
    summary: 'Tutup permintaan penjelasan sendiri',
    need: 'figure.read',
    audit: 'figure.closed',
    rate: 'write',
    once: 'natural',
    params: params.extend({ question: uuid }),
    response: question,
    problems: ['not-found', 'no-right'],
  },
})
