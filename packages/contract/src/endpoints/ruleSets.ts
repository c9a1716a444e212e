import { ruleSetOverridesSchema } from '@sepakat/rules/rule-sets/ruleSetSchema.ts'
import type { RuleSet } from '@sepakat/rules/types/RuleSet.ts'
import { ruleSetStatuses } from '@sepakat/rules/workflow/recordStatuses.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { asStored, by, id, instant, page, paged, reasonIn, reportType } from '../wire.ts'

const params = z.strictObject({ id: z.string().regex(/^\d{4}\.[1-9]\d{0,5}$/) })
const wrongYear = 'Tulis tahun dengan empat angka, misalnya 2026.'
/** Immutable; its shape is rules' RuleSet. */
const ruleSet = z
  .object({
    id: z.string(),
    year: z.number(),
    version: z.number(),
    status: z.enum(ruleSetStatuses),
    note: z.string(),
    proposedBy: by,
    proposedAt: instant,
    approvedBy: by.nullable(),
    approvedAt: instant.nullable(),
    body: asStored<RuleSet>(),
  })
  .meta({ id: 'RuleSet' })
const outcome = z.object({
  value: z.string().nullable(),
  why: z.string().nullable(),
  band: z.object({ scale: z.string(), id: z.string(), label: z.string() }).nullable(),
})
/** A figure that would come to something else; `from` or `to` is null where it is not there at all. */
const figureMove = z
  .object({
    code: z.string(),
    row: z.string(),
    label: z.string(),
    rowLabel: z.string(),
    unit: z.string(),
    from: outcome.nullable(),
    to: outcome.nullable(),
    /** It would be called otherwise: another category or predicate. */
    band: z.boolean(),
  })
  .meta({ id: 'FigureMove' })
const movedReport = z
  .object({
    submission: id,
    office: z.object({ id, name: z.string() }),
    form: z.string(),
    period: z.string(),
    moves: z.array(figureMove),
    /** What it read has changed since it was frozen: what it would come to cannot be said. */
    unlike: z.boolean(),
  })
  .meta({ id: 'MovedReport' })

export const ruleSetEndpoints = endpoints({
  'GET /rule-sets': {
    summary: 'Aturan penghitungan, yang disetujui dan yang diusulkan',
    need: 'signed-in',
    rate: 'read',
    response: z.object({
      items: z.array(ruleSet),
      /** Who may approve one today: by which post, for which report types (none named: all). */
      approvers: z.array(z.object({ post: z.string(), name: z.string(), reportTypes: z.array(reportType) })),
    }),
    problems: [],
  },
  'POST /rule-sets': {
    summary: 'Usulkan aturan penghitungan dari aturan yang ada; belum berlaku sebelum disetujui orang lain',
    need: 'ruleset.propose',
    of: 'region',
    audit: 'ruleset.proposed',
    rate: 'write',
    once: 'idempotency-key',
    status: 201,
    body: z.strictObject({
      basedOn: params.shape.id,
      year: z.number(wrongYear).int(wrongYear).min(2015, wrongYear).max(2100, wrongYear),
      note: reasonIn,
      change: ruleSetOverridesSchema,
    }),
    response: ruleSet,
    problems: ['invalid'],
  },
  'GET /rule-sets/:id/effects': {
    summary: 'Angka laporan disetujui yang akan berubah bila aturan ini berlaku; halaman demi halaman laporan',
    need: 'figure.read',
    of: 'region',
    rate: 'compute',
    canWait: true,
    params,
    query: paged.extend({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
    response: page(movedReport).extend({ checked: z.number() }),
    problems: ['not-found', 'invalid'],
  },
  'POST /rule-sets/:id/approve': {
    summary:
      'Setujui aturan penghitungan yang diusulkan orang lain; sejak itu berlaku bagi tahunnya dan tidak berubah lagi',
    need: 'ruleset.approve',
    of: 'region',
    audit: 'ruleset.approved',
    rate: 'write',
    once: 'natural',
    params,
    response: ruleSet,
    problems: ['not-found', 'exists', 'needs-unmet'],
  },
  'POST /rule-sets/:id/withdraw': {
    summary: 'Tarik kembali usulan aturan penghitungan yang belum disetujui; hanya oleh pengusulnya',
    need: 'ruleset.propose',
    of: 'region',
    audit: 'ruleset.withdrawn',
    rate: 'write',
    once: 'natural',
    params,
    response: ruleSet,
    problems: ['not-found', 'exists', 'needs-unmet'],
  },
})
