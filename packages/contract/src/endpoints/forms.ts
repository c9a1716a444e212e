import { rowFormulaSchema } from '@sepakat/rules/catalogue/catalogueSchema.ts'
import { findingCodes } from '@sepakat/rules/kinds/findingCodes.ts'
import { decimalPattern } from '@sepakat/rules/numbers/decimal.ts'
import { type Catalogue, confidences, directions } from '@sepakat/rules/types/Catalogue.ts'
import { levels } from '@sepakat/rules/types/Finding.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import {
  anchor,
  answersIn,
  asStored,
  formAnswersIn,
  formSlug,
  instant,
  page,
  paged,
  periodKey,
  reasonIn,
  reportType,
  rowId,
  text,
  uuid,
} from '../wire.ts'

export const formParams = z.strictObject({
  type: reportType,
  form: formSlug,
})
const form = z
  .object({
    form: z.string(),
    title: z.string(),
    legal: z.string(),
    period: z.enum(['year', 'quarter']),
    numbered: z.boolean(),
    version: z.number(),
    sha256: z.string(),
    publishedAt: instant,
  })
  .meta({ id: 'FormSummary' })
const bound = z.string().max(30).regex(decimalPattern, 'Tulis angka, misalnya 100 atau 0.5.').optional()
/** What the row's value can be in its unit, and beyond which it asks for an explanation. */
export const bounds = z
  .strictObject({ min: bound, max: bound, oddBelow: bound, oddAbove: bound })
  .meta({ id: 'Bounds' })
/** The catalogue as published: its shape is rules' Catalogue; deep validation happens when it is published, not when it is sent. */
const catalogue = asStored<Catalogue>().meta({ id: 'Catalogue' })
const wrongYear = 'Tulis tahun dengan empat angka.'
export const catalogueYear = z.number(wrongYear).int(wrongYear).min(2015, wrongYear).max(2100, wrongYear)
export const rowLabel = text(600, 1, 'Tulis bunyi barisnya.')
export const confidence = z.enum(confidences)
export const direction = z.enum(directions).nullable()
const catalogueRow = z
  .object({
    form: z.string(),
    id: z.string(),
    table: z.string(),
    parent: z.string().nullable(),
    group: z.string().nullable(),
    code: z.string(),
    codeOfficial: z.boolean(),
    label: z.string(),
    unit: z.string().nullable(),
    direction: z.string().nullable(),
    formula: z.record(z.string(), z.unknown()).nullable(),
    /** The form computes the row by its own rule: of the formula only the words for its inputs count. */
    ownRule: z.boolean(),
    /** What the form calls the inputs, where it has a word for them. */
    inputNames: z.record(z.string(), z.string()),
    attrs: z.record(z.string(), z.string()),
    bounds: bounds.nullable(),
    help: z.string(),
    legal: z.string(),
    warning: z.string(),
    confidence,
    verified: z.boolean(),
    source: z.string(),
    note: z.string(),
    from: z.number(),
    to: z.number().nullable(),
    owner: z.string(),
  })
  .meta({ id: 'CatalogueRow' })
/** What is corrected of a row; what is left out stays. */
export const rowCorrection = z.strictObject({
  label: rowLabel.optional(),
  unit: text(60).nullable().optional(),
  code: text(40, 0).optional(),
  direction: direction.optional(),
  formula: rowFormulaSchema.optional(),
  measure: z.enum(['flow', 'stock']).optional(),
  /** All of them, or null for none. */
  bounds: bounds.nullable().optional(),
  help: text(2000, 0).optional(),
  legal: text(400, 0).optional(),
  warning: text(400, 0).optional(),
  confidence: confidence.optional(),
  source: text(2000, 0).optional(),
  note: text(2000, 0).optional(),
})
const input = z.object({
  name: z.string(),
  at: z.string(),
  value: z.string().nullable(),
  state: z.string().optional(),
  group: z.string().optional(),
  weight: z.string().optional(),
})
/** From this alone the figure can be computed again. */
const derivation = z.object({
  formula: z.string(),
  inputs: z.array(input),
  left: z.array(z.object({ at: z.string(), why: z.string() })),
  params: z.record(z.string(), z.string()),
  cap: z.string().nullable(),
  floor: z.string().nullable(),
  ruleSet: z.string(),
  legal: z.string().nullable(),
})
export const figure = z
  .object({
    code: z.string(),
    row: z.string(),
    value: z.string().nullable(),
    why: z.string().nullable(),
    raw: z.string().nullable(),
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    unit: z.string(),
    band: z.object({ scale: z.string(), id: z.string(), label: z.string() }).nullable(),
    basis: z.string().nullable(),
    derivation,
  })
  .meta({ id: 'Figure' })
export const finding = z
  .object({
    code: z.string().meta({ id: 'FindingCode', enum: findingCodes }),
    level: z.enum(levels),
    at: z.string(),
    message: z.string(),
    blocks: z.boolean(),
    why: z.string().optional(),
  })
  .meta({ id: 'Finding' })

export const formEndpoints = endpoints({
  'GET /forms': {
    summary: 'Formulir yang ada dan versinya',
    need: 'signed-in',
    rate: 'read',
    response: z.object({ items: z.array(form) }),
    problems: [],
  },
  'GET /forms/:type/:form': {
    summary: 'Satu formulir dengan katalog terbarunya',
    need: 'signed-in',
    rate: 'read',
    params: formParams,
    response: form.extend({ catalogue }),
    problems: ['not-found'],
  },
  'GET /forms/:type/:form/versions/:n': {
    summary: 'Satu versi katalog; tidak pernah berubah',
    need: 'signed-in',
    rate: 'read',
    params: formParams.extend({ n: z.coerce.number().int().min(1).max(2_147_483_647) }),
    response: form.extend({ catalogue }),
    problems: ['not-found'],
  },
  'GET /forms/:type/:form/schema': {
    summary: 'JSON Schema isian formulir; dengan perangkat daerah dan periode: hanya baris-barisnya',
    need: 'signed-in',
    rate: 'compute',
    canWait: true,
    params: formParams,
    query: z.object({ office: uuid.optional(), period: periodKey.optional() }),
    response: z.record(z.string(), z.unknown()),
    problems: ['not-found', 'invalid'],
  },
  'POST /forms/:type/:form/evaluate': {
    summary: 'Hitung temuan dan angka dari isian, tanpa menyimpan apa pun',
    need: 'submission.read',
    audit: 'stores-nothing',
    rate: 'compute',
    canWait: true,
    once: 'natural',
    params: formParams,
    body: z.strictObject({
      office: uuid,
      period: periodKey,
      answers: formAnswersIn,
      previous: answersIn.optional(),
      sources: z.record(z.string(), answersIn).optional(),
      attached: z.record(anchor, z.number().int().min(0)).optional(),
      ruleSet: z.union([z.string().max(40), z.record(z.string(), z.unknown())]).optional(),
    }),
    response: z.object({
      ruleSet: z.string(),
      findings: z.array(finding),
      review: z.array(finding),
      figures: z.array(figure),
      progress: z.record(z.string(), z.object({ filled: z.number(), all: z.number() })),
    }),
    problems: ['not-found', 'invalid', 'too-large'],
  },
  'GET /catalogues': {
    summary: 'Katalog yang terbit, juga yang formulirnya belum dapat diisi',
    need: 'signed-in',
    rate: 'read',
    response: z.object({
      items: z.array(
        z.object({
          form: z.string(),
          title: z.string(),
          version: z.number(),
          publishedAt: instant,
          rows: z.number(),
          unverified: z.number(),
          /** What the newest release would change, while it is not published. */
          proposal: z
            .object({ n: z.number(), status: z.enum(['proposed', 'declined']), arrivedAt: instant })
            .nullable(),
        }),
      ),
    }),
    problems: [],
  },
  'GET /catalogues/:type/:form/rows': {
    summary: 'Baris katalog menurut sumber, dan apakah sudah dicocokkan dengan peraturan',
    need: 'catalogue.manage',
    of: 'region',
    rate: 'read',
    canWait: true,
    params: formParams,
    query: paged.extend({
      confidence: confidence.optional(),
      unverified: z.stringbool().optional(),
      source: text(80).optional(),
      q: text(80).optional(),
      year: z.coerce.number().int().min(2015).max(2100).optional(),
      /** Rows that are no longer there after this year. */
      endsIn: z.coerce.number().int().min(2015).max(2100).optional(),
    }),
    response: page(catalogueRow).extend({ version: z.number() }),
    problems: ['not-found', 'invalid'],
  },
  'POST /catalogues/:type/:form/corrections': {
    summary: 'Betulkan satu baris katalog mulai suatu tahun; terbit sebagai versi baru',
    need: 'catalogue.manage',
    of: 'region',
    audit: 'catalogue.published',
    also: ['assignment.changed'],
    rate: 'write',
    once: 'natural',
    params: formParams,
    body: z.strictObject({
      row: rowId,
      fromYear: catalogueYear,
      reason: reasonIn,
      basedOn: z.number().int().min(1),
      change: rowCorrection,
      owner: uuid.optional(),
    }),
    response: z.object({ version: z.number(), sha256: z.string(), row: catalogueRow }),
    problems: ['not-found', 'invalid', 'stale'],
  },
})
