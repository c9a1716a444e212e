import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, formId, id, instant, office, periodKey, uuid } from '../wire.ts'
import { figure } from './forms.ts'

/** Who did something, and when. */
const done = z.object({ by, at: instant })
const evidence = z.object({
  id,
  submission: id,
  title: z.string(),
  number: z.string(),
  date: z.string().nullable(),
  page: z.string(),
  media: z.string(),
})

export const figureTraceEndpoints = endpoints({
  'GET /figures/trace': {
    summary: 'Asal satu angka perangkat daerah: isian, bukti, dan siapa yang mengisi, memeriksa, dan menyetujui',
    note: 'Isian dibaca dari kiriman yang dihitung. Bila isian tidak terbuka bagi yang bertanya, `seen` bernilai false dan `answers` kosong.',
    need: 'figure.read',
    audit: null,
    rate: 'read',
    canWait: true,
    status: 200,
    query: z.object({
      office: uuid,
      form: formId,
      period: periodKey,
      code: z.string().max(60),
      row: z.string().max(160).default(''),
    }),
    response: z.object({
      office,
      form: z.string(),
      period: z.string(),
      submission: id,
      revision: z.number(),
      standing: z.enum(['final', 'provisional']),
      label: z.string(),
      rowLabel: z.string(),
      figure,
      /** What its derivation names, by address. */
      names: z.record(z.string(), z.string()),
      /** Where the figures are found that other reports told it, by address, as far as they are open to the asker. */
      told: z.record(
        z.string(),
        z.object({ office: id, form: z.string(), period: z.string(), code: z.string(), row: z.string() }),
      ),
      seen: z.boolean(),
      answers: z.array(
        z.object({
          at: z.string(),
          label: z.string(),
          /** As it is shown; empty where nothing was answered, null where it is another office's. */
          value: z.string().nullable(),
          /** Its report and revision; null of a draft, or where there is none. */
          submission: id.nullable(),
          revision: z.number().nullable(),
          /** Null where no one did, or it is not known who. */
          typed: done.nullable(),
          /** The earlier report in which it was typed; null where it was typed in this one. */
          carried: z.string().nullable(),
          checked: done.nullable(),
          evidence: z.array(evidence),
        }),
      ),
      /** How many further answers there are. */
      more: z.number(),
      /** Evidence of the report as a whole. */
      evidence: z.array(evidence),
      submitted: done.nullable(),
      signed: done.nullable(),
      approved: done.nullable(),
      /** The same figure of the same period a year before; null where none counts. */
      previous: z
        .object({
          period: z.string(),
          submission: id,
          revision: z.number(),
          standing: z.enum(['final', 'provisional']),
          figure,
          /** It follows from other rules, so the two are not compared. */
          otherRules: z.boolean(),
        })
        .nullable(),
    }),
    problems: ['not-found'],
  },
})
