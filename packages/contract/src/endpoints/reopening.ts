import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, changedAddress, id, instant, listedReport, text, uuid } from '../wire.ts'
import { params, submissionEndpoints } from './submissions.ts'

const requestOf = params.extend({ request: uuid })
const submission = submissionEndpoints['GET /submissions/:id'].response
const writing = { rate: 'write', response: submission } as const

const value = z.union([text(40_000, 0), z.boolean(), z.strictObject({ asTyped: text(4000) })])
const change = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set'), pointer: changedAddress, value }),
  z.strictObject({ op: z.enum(['clear', 'add', 'remove', 'move']), pointer: changedAddress }),
])

const line = z
  .object({
    id,
    ...listedReport,
    reason: z.string(),
    /** How many cells and rows it names. */
    changes: z.number(),
    by,
    at: instant,
  })
  .meta({ id: 'ReopenRequestLine' })

export const reopeningEndpoints = endpoints({
  'GET /reopen-requests': {
    summary: 'Permintaan membuka kembali laporan yang menunggu jawaban Anda',
    need: 'submission.reopen',
    rate: 'read',
    response: z.object({ items: z.array(line) }),
    problems: [],
  },
  'POST /submissions/:id/reopen-requests': {
    ...writing,
    summary: 'Minta laporan yang diperiksa atau disetujui dibuka kembali, dengan isian yang hendak diubah',
    need: 'submission.write',
    audit: 'reopening.requested',
    once: 'natural',
    params,
    body: z.strictObject({ id: uuid, reason: text(2000), changes: z.array(change).max(200).default([]) }),
    problems: ['not-found', 'no-right', 'wrong-status', 'invalid', 'exists'],
  },
  'POST /submissions/:id/reopen-requests/:request/decline': {
    ...writing,
    summary: 'Tolak permintaan membuka kembali, dengan alasan; mengabulkannya adalah membuka kembali laporannya',
    need: 'submission.reopen',
    audit: 'reopening.declined',
    once: 'idempotency-key',
    params: requestOf,
    body: z.strictObject({ reason: text(2000) }),
    problems: ['not-found', 'no-right', 'wrong-status', 'invalid', 'key-reused'],
  },
  'POST /submissions/:id/reopen-requests/:request/withdraw': {
    ...writing,
    summary: 'Tarik permintaan membuka kembali yang belum dijawab',
    need: 'submission.write',
    audit: 'reopening.withdrawn',
    once: 'natural',
    params: requestOf,
    problems: ['not-found', 'no-right', 'wrong-status'],
  },
})
