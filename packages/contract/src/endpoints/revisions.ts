import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, cell, instant } from '../wire.ts'
import { params } from './submissions.ts'

export const revisionLine = z
  .object({
    n: z.number(),
    at: instant,
    by,
    sha256: z.string(),
    receipt: z.string(),
    ruleSet: z.string(),
    lastChange: z.number(),
    status: z.enum(['approved', 'handed-in', 'returned', 'withdrawn', 'archive']),
    evaluated: z.boolean(),
    corrects: z
      .object({ of: z.number(), reason: z.string(), by, at: instant, anchors: z.array(z.string()).nullable() })
      .nullable()
      .describe(
        'Kiriman disetujui yang dikoreksinya setelah laporan dibuka kembali, dengan alasannya; null bila bukan koreksi.',
      ),
    seal: z
      .object({ mark: z.string(), at: instant })
      .nullable()
      .describe('Segel pertama yang memuat pengirimannya; null sampai dibubuhkan, dalam satu menit.'),
  })
  .meta({ id: 'RevisionLine' })

export const revisionEndpoints = endpoints({
  'GET /submissions/:id/revisions': {
    summary: 'Kiriman-kiriman laporan',
    need: 'submission.read',
    rate: 'read',
    params,
    response: z.object({ items: z.array(revisionLine) }),
    problems: ['not-found'],
  },
  'GET /submissions/:id/revisions/:n': {
    summary: 'Satu kiriman sebagaimana dibekukan',
    need: 'submission.read',
    rate: 'read',
    params: params.extend({ n: z.coerce.number().int().min(1) }),
    response: revisionLine.extend({
      body: z.record(z.string(), z.unknown()),
      corrected: z
        .array(
          z.object({
            at: z.string(),
            op: z.string(),
            from: cell.nullable(),
            to: cell.nullable(),
            by,
            changedAt: instant,
          }),
        )
        .describe('Dari sebuah koreksi: isian yang berubah sejak kiriman yang dikoreksinya, dengan kedua nilainya.'),
    }),
    problems: ['not-found'],
  },
  'GET /submissions/:id/revisions/:n/pdf': {
    summary: 'Satu kiriman sebagai PDF untuk tanda tangan basah; 202 selama sedang dibuat',
    need: 'submission.read',
    rate: 'compute',
    canWait: true,
    binary: { 'application/pdf': null },
    pending: z.object({ state: z.literal('being-made') }),
    params: params.extend({ n: z.coerce.number().int().min(1) }),
    response: z.unknown(),
    problems: ['not-found'],
  },
})
