import { reportTypes } from '@sepakat/rules/reportTypes.ts'
import { timelinesses } from '@sepakat/rules/workflow/lateness.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { covered, id, instant, office, reportType } from '../wire.ts'

const { coverage, standing } = covered.shape

/** What lies one press behind a number. */
const leadsTo = z
  .union([
    z.object({
      page: z.literal('figures'),
      form: z.string(),
      period: z.string(),
      /** Of one figure, which is of an office or of the region. */
      code: z.string().optional(),
      row: z.string().optional(),
      office: id.optional(),
    }),
    z.object({
      page: z.literal('reports'),
      year: z.number(),
      form: z.string().optional(),
      period: z.string().optional(),
      office: id.optional(),
      timeliness: z.enum(timelinesses).optional(),
    }),
  ])
  .meta({ id: 'LeadsTo' })

const sentencePiece = z
  .union([
    z.object({ piece: z.literal('text'), text: z.string() }),
    z.object({
      piece: z.literal('figure'),
      said: z.string(),
      value: z.string().nullable(),
      unit: z.string(),
      coverage,
      standing,
      of: z.object({ form: z.string(), period: z.string(), code: z.string(), row: z.string() }).nullable(),
    }),
  ])
  .meta({ id: 'SentencePiece' })

/** What pulls a figure down: by how many points it would be higher if one part were full and the others as they are. */
const why = z.object({
  of: z.string(),
  value: z.string(),
  full: z.string(),
  unit: z.string(),
  measure: z.string(),
  parts: z.array(
    z.object({
      label: z.string(),
      group: z.string(),
      value: z.string(),
      full: z.string(),
      unit: z.string(),
      costs: z.string(),
      offices: z.array(office),
      /** How many further offices share it. */
      moreOffices: z.number(),
      shares: z.array(z.object({ office, value: z.string(), costs: z.string(), to: leadsTo })),
      to: leadsTo,
    }),
  ),
  /** How many further parts cost something, each at most as much as the last. */
  moreParts: z.number(),
  missing: z.number(),
})

const chart = z
  .object({
    id: z.string(),
    theme: z.enum(['quarters', 'indicators', 'budget', 'punctuality', 'review']),
    reportType: z.enum(reportTypes),
    finding: z.string(),
    subject: z.string(),
    as: z.enum(['lines', 'bars', 'stack']),
    unit: z.string(),
    covers: z.string(),
    categories: z.array(z.string()),
    series: z.array(
      z.object({
        name: z.string(),
        points: z.array(
          z.object({ value: z.string().nullable(), coverage: coverage.nullable(), to: leadsTo.nullable() }),
        ),
      }),
    ),
    notes: z.array(z.string()),
  })
  .meta({ id: 'Chart' })

const query = z.object({ year: z.coerce.number().int().min(2015).max(2100) })

export const dashboardEndpoints = endpoints({
  'GET /leader': {
    summary: 'Ringkasan bagi pimpinan: lima kalimat berangka, apa yang membuatnya rendah, dan yang paling tertinggal',
    need: 'figure.read',
    of: 'region',
    audit: null,
    rate: 'read',
    canWait: true,
    status: 200,
    query,
    response: z.object({
      year: z.number(),
      at: instant,
      sentences: z.array(
        z.object({
          id: z.enum(['spm', 'lppd', 'sakip', 'lkpj', 'reports']),
          reportType: reportType.nullable(),
          text: z.array(sentencePiece),
          coverage,
          covers: z.string(),
          standing,
          to: leadsTo.nullable(),
          why: why.nullable(),
        }),
      ),
      behind: z.object({
        measure: z.string(),
        offices: z.array(z.object({ office, late: z.number(), owed: z.number(), days: z.number(), to: leadsTo })),
        /** How many further ones are as far behind as the last. */
        more: z.number(),
      }),
    }),
    problems: ['invalid'],
  },
  'GET /dashboards': {
    summary: 'Grafik satu tahun sebagai data: triwulan, indikator, anggaran, ketepatan waktu, lama pemeriksaan',
    need: 'figure.read',
    of: 'region',
    audit: null,
    rate: 'read',
    canWait: true,
    status: 200,
    query,
    response: z.object({ year: z.number(), at: instant, charts: z.array(chart) }),
    problems: ['invalid'],
  },
})
