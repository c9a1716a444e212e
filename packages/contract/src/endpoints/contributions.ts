import { contributionStatuses } from '@sepakat/rules/contributions/decideContribution.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { anchor, id, instant, instantIn, listedReport, office, text, uuid } from '../wire.ts'
import { params, submissionEndpoints } from './submissions.ts'

const submission = submissionEndpoints['GET /submissions/:id'].response
const partOf = params.extend({ contribution: uuid })
const writing = { rate: 'write', response: submission } as const

const given = z
  .strictObject({
    id: uuid,
    anchors: z.array(anchor).min(1).max(200),
    office: uuid.optional(),
    person: uuid.optional(),
    dueAt: instantIn,
    note: text(1000, 0).default(''),
  })
  .refine(part => (part.office === undefined) !== (part.person === undefined), {
    path: ['office'],
    message: 'Pilih satu unit atau satu orang.',
  })

/** What was handed to who asks, for the report of another office. */
const line = z
  .object({
    id,
    ...listedReport,
    dueAt: instant,
    status: z.enum(contributionStatuses),
    note: z.string(),
    at: instant,
  })
  .meta({ id: 'ContributionLine' })

export const contributionEndpoints = endpoints({
  'GET /contributions': {
    summary: 'Sumbangan data yang diminta dari Anda, selama laporannya masih disusun',
    need: 'submission.write',
    rate: 'read',
    response: z.object({ items: z.array(line) }),
    problems: [],
  },
  'GET /submissions/:id/contributors': {
    summary: 'Unit dan orang yang dapat diserahi sebagian isian',
    need: 'contribution.manage',
    rate: 'read',
    params,
    response: z.object({
      offices: z.array(office),
      people: z.array(z.object({ id, name: z.string(), office: z.string() })),
    }),
    problems: ['not-found', 'no-right'],
  },
  'POST /submissions/:id/contributions': {
    ...writing,
    summary: 'Serahkan baris atau tabel kepada unit di bawahnya atau seorang operator',
    need: 'contribution.manage',
    audit: 'contribution.given',
    once: 'natural',
    params,
    body: given,
    problems: ['not-found', 'no-right', 'wrong-status', 'invalid', 'in-use', 'exists'],
  },
  'POST /submissions/:id/contributions/:contribution/done': {
    ...writing,
    summary: 'Nyatakan bagian yang diserahkan kepada Anda selesai',
    need: 'submission.write',
    audit: 'contribution.done',
    once: 'natural',
    params: partOf,
    problems: ['not-found', 'no-right', 'wrong-status'],
  },
  'POST /submissions/:id/contributions/:contribution/take-back': {
    ...writing,
    summary: 'Tarik kembali bagian yang diserahkan, lalu isi sendiri',
    need: 'contribution.manage',
    audit: 'contribution.taken-back',
    once: 'natural',
    params: partOf,
    problems: ['not-found', 'no-right', 'wrong-status'],
  },
  'POST /submissions/:id/contributions/:contribution/return': {
    ...writing,
    summary: 'Kembalikan bagian yang sudah diisi untuk diperbaiki, dengan catatan',
    need: 'contribution.manage',
    audit: 'contribution.given',
    once: 'idempotency-key',
    params: partOf,
    body: z.strictObject({ note: text(1000), dueAt: instantIn.optional() }),
    problems: ['not-found', 'no-right', 'wrong-status', 'invalid', 'key-reused'],
  },
})
