import { reorganisationStatuses } from '@sepakat/rules/workflow/recordStatuses.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, byId, day, dayIn, id, instant, text, uuid } from '../wire.ts'
import { seconding } from './secondings.ts'

const office = z.object({ id, name: z.string() })
const handed = z.object({ id, name: z.string(), to: office })

const wish = z.strictObject({
  /** One is a merge, several are a split; the office itself among them goes on. */
  successors: z.array(uuid).min(1, 'Pilih sedikitnya satu penerus.').max(20),
  /** The first day on which it holds. */
  date: dayIn,
  /** Who takes over what does not go to the first successor, by the `choice` of the preview or `post <id>`, `key <id>`. */
  choices: z.record(text(200), uuid).default({}),
})
const decided = z.object({
  id,
  office: id,
  date: day,
  successors: z.array(office),
  choices: z.record(z.string(), z.string()),
  status: z.enum(reorganisationStatuses),
  by,
  at: instant,
  doneAt: instant.nullable(),
})

export const reorganisationEndpoints = endpoints({
  'GET /offices/:id/reorganisation': {
    summary: 'Penggabungan dan pemecahan suatu perangkat daerah, yang terbaru dahulu',
    need: 'office.manage',
    of: 'region',
    rate: 'read',
    params: byId,
    response: z.object({ items: z.array(decided) }),
    problems: ['not-found'],
  },
  'POST /offices/:id/reorganisation/preview': {
    summary: 'Pratinjau penggabungan atau pemecahan: apa yang pindah dan apa yang tetap',
    need: 'office.manage',
    of: 'region',
    audit: 'stores-nothing',
    rate: 'compute',
    canWait: true,
    once: 'natural',
    params: byId,
    body: wish,
    response: z.object({
      /** The office is no more from the date on. */
      ends: z.boolean(),
      /** Its date has come: confirming carries it out at once, and it cannot be undone. */
      atOnce: z.boolean(),
      reports: z.array(
        z.object({
          title: z.string(),
          period: z.string(),
          periodTitle: z.string(),
          begun: z.boolean(),
          outcome: z.enum(['moves', 'stays', 'covered']),
          /** Why it stays. */
          why: z.enum(['submitted', 'both-owe', 'several', 'before', 'together', 'practice']).nullable(),
          to: z.array(office),
        }),
      ),
      assignments: z.array(
        z.object({
          choice: z.string(),
          title: z.string(),
          label: z.string(),
          /** The first year in which the row is the successor's; null: it stays. */
          from: z.number().nullable(),
          to: office,
        }),
      ),
      posts: z.array(handed),
      keys: z.array(handed),
      contributions: z.array(handed),
      units: z.array(handed),
    }),
    problems: ['not-found', 'invalid'],
  },
  'POST /offices/:id/reorganisation': {
    summary: 'Gabungkan atau pecah perangkat daerah pada suatu tanggal; yang sudah tiba langsung dijalankan',
    need: 'office.manage',
    of: 'region',
    audit: 'office.changed',
    also: ['submission.office-changed', 'contribution.moved', 'contribution.taken-back', 'second.asked'],
    rate: 'write',
    once: 'idempotency-key',
    status: 201,
    params: byId,
    body: wish,
    response: decided,
    waits: seconding,
    problems: ['not-found', 'invalid', 'in-use'],
  },
  'DELETE /offices/:id/reorganisation': {
    summary: 'Batalkan penggabungan atau pemecahan sebelum tanggalnya',
    need: 'office.manage',
    of: 'region',
    audit: 'office.changed',
    rate: 'write',
    once: 'natural',
    status: 204,
    params: byId,
    response: z.null(),
    problems: ['not-found'],
  },
})
