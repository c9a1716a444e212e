import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, cell, id, instant, status } from '../wire.ts'
import { attachment } from './attachments.ts'
import { figure } from './forms.ts'
import { note } from './review.ts'
import { revisionLine } from './revisions.ts'
import { params } from './submissions.ts'

const office = z.object({ id, name: z.string() })
/** A cell with its words; `text` as people read it. */
const answer = z
  .object({
    at: z.string(),
    section: z.string(),
    code: z.string(),
    row: z.string(),
    field: z.string(),
    value: cell,
    text: z.string(),
    unit: z.string(),
  })
  .meta({ id: 'ExportedAnswer' })
/** A figure with its words: `lacks` says why it has no value, `formula` how it is computed, `computed` the same with its numbers. */
const computed = figure
  .omit({ raw: true, numerator: true, denominator: true })
  .extend({
    label: z.string(),
    rowLabel: z.string(),
    lacks: z.string().nullable(),
    formula: z.string(),
    computed: z.string().nullable(),
  })
  .meta({ id: 'ExportedFigure' })
const where = z.string()
const report = z
  .object({
    submission: id,
    office,
    form: z.string(),
    title: z.string(),
    period: z.string(),
    periodTitle: z.string(),
    number: z.number(),
    status,
    dueAt: instant.nullable(),
    /** Each revision, and the current answers; of those `revision` is null. */
    states: z.array(
      z.object({
        revision: revisionLine
          .pick({ n: true, receipt: true, status: true, at: true, sha256: true, ruleSet: true })
          .extend({ by })
          .nullable(),
        answers: z.array(answer),
        figures: z.array(computed),
      }),
    ),
    notes: z.array(note.extend({ where })),
    attachments: z.array(attachment.extend({ where })),
  })
  .meta({ id: 'ExportedReport' })
export const exported = z
  .object({ office, at: instant, year: z.number().nullable(), reports: z.array(report) })
  .meta({ id: 'Export' })

export const exportEndpoints = endpoints({
  'GET /offices/:id/export': {
    summary:
      'Data perangkat daerah dan unit di bawahnya sebagai berkas: isian, angka dengan rumusnya, catatan, daftar bukti',
    need: 'submission.read',
    also: ['export.made'],
    rate: 'compute',
    canWait: true,
    binary: { 'application/json': exported, 'text/csv': null },
    params,
    query: z.object({
      format: z.enum(['json', 'csv']).default('json'),
      year: z.coerce.number().int().min(2015).max(2100).optional(),
    }),
    response: z.unknown(),
    problems: ['not-found', 'invalid'],
  },
})
