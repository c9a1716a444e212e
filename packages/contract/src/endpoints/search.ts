import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { id, reportStatus } from '../wire.ts'

/** What can be found, in the order of its groups. */
const searchKinds = ['office', 'person', 'report', 'edition', 'row', 'item', 'figure'] as const

const found = z
  .object({
    /** Unique in its group. */
    key: z.string(),
    title: z.string(),
    /** What tells it from others of the name. */
    detail: z.string(),
    /** As it is printed; '' where it has none. */
    code: z.string(),
    office: id.nullable(),
    form: z.string().nullable(),
    period: z.string().nullable(),
    /** The report in which it is read. */
    submission: id.nullable(),
    reportStatus: reportStatus.nullable(),
    /** Where it is in that report: `/table/row`. */
    at: z.string().nullable(),
    /** Of a figure or a row of a catalogue: the row. */
    row: z.string().nullable(),
  })
  .meta({ id: 'Found' })

export const searchEndpoints = endpoints({
  'GET /search': {
    summary: 'Cari apa saja yang bernama: perangkat daerah, orang, laporan, baris, indikator, angka',
    note: 'Hanya yang terjangkau jabatan atau kunci yang bertanya. Huruf besar dan kecil, aksen, spasi, dan titik pada kode tidak dibedakan; salah ketik sedikit tetap ditemukan.',
    need: 'signed-in',
    rate: 'read',
    canWait: true,
    query: z.object({
      q: z.string().max(120),
      kind: z.enum(searchKinds).optional(),
    }),
    response: z.object({
      groups: z.array(
        z
          .object({
            kind: z.enum(searchKinds),
            items: z.array(found),
            /** There are more than these: asked for by `kind`. */
            more: z.boolean(),
          })
          .meta({ id: 'FoundGroup' }),
      ),
    }),
    problems: ['invalid'],
  },
})
