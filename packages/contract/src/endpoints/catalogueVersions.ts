import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { id, rowId, text } from '../wire.ts'
import { formParams, rowCorrection } from './forms.ts'

const year = z.number().int().min(2015).max(2100)
const slices = z
  .array(z.strictObject({ row: rowId, from: z.number().int().min(1945).max(9999) }))
  .min(1, 'Pilih sedikitnya satu baris.')
  .max(2000)
const revision = z.strictObject({
  basedOn: z.number().int().min(1),
  /** Rows are valid to the end of this year, as where they are held on for the next; null: until it is said otherwise. */
  until: z.strictObject({ rows: slices, to: year.nullable() }).optional(),
  /** Rows were compared with the source itself. */
  verify: z.strictObject({ rows: slices, source: text(2000) }).optional(),
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

export const catalogueVersionEndpoints = endpoints({
  'POST /catalogues/:type/:form/versions/preview': {
    summary: 'Pratinjau versi baru katalog: apa yang berubah, bagi berapa draf, dan angka mana yang berubah',
    need: 'catalogue.manage',
    of: 'region',
    audit: 'stores-nothing',
    rate: 'write',
    once: 'natural',
    status: 200,
    params: formParams,
    body: revision.extend({
      correct: z.strictObject({ row: rowId, fromYear: year, change: rowCorrection }).optional(),
    }),
    response: z.object({
      version: z.number(),
      changes: z.array(rowChange),
      /** Reports open with their offices, which would be offered the new version. */
      openReports: z.number(),
      /** Approved reports that were evaluated by the new rows; `more`: there are others. */
      checked: z.number(),
      more: z.boolean(),
      moved: z.array(movedBy),
    }),
    problems: ['not-found', 'invalid', 'stale'],
  },
  'POST /catalogues/:type/:form/versions': {
    summary: 'Terbitkan satu versi baru katalog: teruskan baris yang berakhir, tandai baris terverifikasi',
    need: 'catalogue.manage',
    of: 'region',
    audit: 'catalogue.published',
    rate: 'write',
    once: 'natural',
    status: 200,
    params: formParams,
    body: revision.extend({ reason: text(400) }),
    response: z.object({ version: z.number(), sha256: z.string(), changed: z.number() }),
    problems: ['not-found', 'invalid', 'stale'],
  },
})
