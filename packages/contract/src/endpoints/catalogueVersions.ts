import { rowFormulaSchema } from '@sepakat/rules/catalogue/catalogueSchema.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { id, reasonIn, rowId, text, unchosen } from '../wire.ts'
import { bounds, catalogueYear, confidence, direction, formParams, rowCorrection, rowLabel } from './forms.ts'

const slices = z
  .array(z.strictObject({ row: rowId, from: z.number().int().min(1945).max(9999) }))
  .min(1, 'Pilih sedikitnya satu baris.')
  .max(2000)
const namePattern = /^[a-z][A-Za-z0-9]{0,59}$/
const name = z.string().regex(namePattern)
/** A row that was not there. Its permanent id is made from its label and never changes; attributes are those its kind asks for. */
const newRow = z.strictObject({
  table: z.string().regex(namePattern, unchosen('Pilih bagiannya.')),
  parent: rowId.optional(),
  group: rowId.optional(),
  code: text(40, 0).default(''),
  codeOfficial: z.boolean().default(false),
  label: rowLabel,
  unit: text(60).nullable().default(null),
  direction: direction.default(null),
  formula: rowFormulaSchema.optional(),
  attrs: z.record(name, text(400)).optional(),
  bounds: bounds.optional(),
  help: text(2000).optional(),
  legal: text(400).optional(),
  warning: text(400).optional(),
  confidence,
  source: text(2000).optional(),
  note: text(2000).optional(),
  from: catalogueYear,
  to: catalogueYear.nullable().default(null),
})
const revision = z.strictObject({
  basedOn: z.number().int().min(1),
  /** Rows are valid to the end of this year, as where they are held on for the next; null: until it is said otherwise. */
  until: z.strictObject({ rows: slices, to: catalogueYear.nullable() }).optional(),
  /** Rows were compared with the source itself. */
  verify: z.strictObject({ rows: slices, source: text(2000, 1, 'Tulis sumber yang Anda lihat.') }).optional(),
  add: newRow.optional(),
  /** The row and all below it are asked for the last time in this year. */
  retire: z.strictObject({ row: rowId, lastYear: catalogueYear }).optional(),
})
/** One word of a row before and after; `field` is a path, as `formula.inputs.due`. */
const rowChange = z
  .object({
    row: z.string(),
    from: z.number(),
    code: z.string(),
    label: z.string(),
    field: z.string(),
    before: z.string(),
    after: z.string(),
  })
  .meta({ id: 'RowChange' })
/** Which figures of an approved report would come to something else. Their values are read by those who read figures. */
const movedBy = z.object({
  submission: id,
  office: z.object({ id, name: z.string() }),
  form: z.string(),
  period: z.string(),
  figures: z.array(z.object({ code: z.string(), row: z.string(), label: z.string(), rowLabel: z.string() })),
})

/** What a new version of a catalogue would come to. */
export const versionEffects = {
  version: z.number(),
  changes: z.array(rowChange),
  /** Reports open with their offices, which would be offered the new version. */
  openReports: z.number(),
  /** Approved reports that were evaluated by the new rows; `more`: there are others. */
  checked: z.number(),
  more: z.boolean(),
  moved: z.array(movedBy),
}

export const catalogueVersionEndpoints = endpoints({
  'POST /catalogues/:type/:form/versions/preview': {
    summary: 'Pratinjau versi baru katalog: apa yang berubah, bagi berapa draf, dan angka mana yang berubah',
    need: 'catalogue.manage',
    of: 'region',
    audit: 'stores-nothing',
    rate: 'compute',
    canWait: true,
    once: 'natural',
    params: formParams,
    body: revision.extend({
      correct: z.strictObject({ row: rowId, fromYear: catalogueYear, change: rowCorrection }).optional(),
    }),
    response: z.object(versionEffects),
    problems: ['not-found', 'invalid', 'stale'],
  },
  'POST /catalogues/:type/:form/versions': {
    summary:
      'Terbitkan satu versi baru katalog: tambah atau akhiri baris, teruskan yang berakhir, tandai yang sudah dicocokkan',
    need: 'catalogue.manage',
    of: 'region',
    audit: 'catalogue.published',
    rate: 'write',
    once: 'natural',
    params: formParams,
    body: revision.extend({ reason: reasonIn }),
    /** `added`: the permanent id of the row that was added. */
    response: z.object({ version: z.number(), sha256: z.string(), changed: z.number(), added: z.string().nullable() }),
    problems: ['not-found', 'invalid', 'stale'],
  },
})
