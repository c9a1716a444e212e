import type { EditionChart } from '@sepakat/rules/editions/FrozenEdition.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { asStored, covered, instant } from '../wire.ts'
import { editionType } from './editionShapes.ts'

const { coverage } = covered.shape
const licence = z.object({ name: z.string(), url: z.string() }).meta({ id: 'Licence' })
const edition = z.object({
  type: editionType,
  /** `LPPD Tahun 2025`. */
  name: z.string(),
  title: z.string(),
  period: z.string(),
  periodTitle: z.string(),
  year: z.number(),
  version: z.number(),
  approvedAt: instant,
})
const about = z
  .object({
    id: z.string(),
    year: z.number(),
    title: z.string(),
    period: z.string(),
    periodTitle: z.string(),
    /** The edition that it is a table of. */
    source: z.string(),
    version: z.number(),
    updated: instant,
    licence,
    columns: z.array(
      z.object({ id: z.string(), title: z.string(), unit: z.string().nullable(), type: z.enum(['number', 'text']) }),
    ),
    lines: z.number(),
    notes: z.array(z.string()),
    /** Of the CSV. */
    sha256: z.string(),
    csv: z.string(),
    json: z.string(),
  })
  .meta({ id: 'Dataset' })
const dataset = about.extend({
  rows: z.array(
    z
      .object({
        as: z.enum(['line', 'group', 'sum']),
        level: z.number(),
        /** By column. `value` is exact; what has none says why in `text`. `coverage`: where it does not cover all that is owed. */
        cells: z.record(
          z.string(),
          z.object({ value: z.string().nullable(), text: z.string().nullable(), coverage: coverage.nullable() }),
        ),
      })
      .meta({ id: 'DatasetRow' }),
  ),
})
const published = edition
  .extend({
    files: z.array(z.object({ as: z.enum(['pdf', 'xlsx', 'csv', 'json']), bytes: z.number(), href: z.string() })),
    summary: z.array(
      z.object({ label: z.string(), value: z.string(), unit: z.string(), coverage: coverage.nullable() }),
    ),
    charts: z.array(asStored<EditionChart>()),
    datasets: z.array(about),
  })
  .meta({ id: 'PublishedEdition' })

const cached =
  'Selama halaman publik tidak dinyalakan: 404. Alamat tetapnya tanpa `/api/v1`: `/open/v1/…`; boleh disimpan sebentar dan ditanyakan lagi dengan ETag.'

export const openDataEndpoints = endpoints({
  'GET /open': {
    summary: 'Yang terbuka bagi siapa saja: laporan kabupaten yang disahkan, angka ringkas, grafik, dan data',
    note: cached,
    need: 'public',
    audit: null,
    rate: 'open',
    canWait: true,
    status: 200,
    response: z.object({ region: z.string(), zone: z.string(), licence, editions: z.array(published) }),
    problems: ['not-found'],
  },
  'GET /open/datasets': {
    summary: 'Daftar data terbuka dengan kolom, sumber, dan lisensinya',
    note: cached,
    need: 'public',
    audit: null,
    rate: 'open',
    canWait: true,
    status: 200,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    response: z.object({ region: z.string(), licence, items: z.array(about) }),
    problems: ['not-found', 'invalid'],
  },
  'GET /open/datasets/:year/:dataset': {
    summary: 'Satu data terbuka sebagai CSV atau JSON',
    note: `${cached} Dengan \`v\` (awal SHA-256 dari daftarnya) CSV tidak pernah berubah; keterangan pada JSON, seperti lisensinya, dapat berubah.`,
    need: 'public',
    audit: null,
    rate: 'open',
    canWait: true,
    status: 200,
    binary: { 'text/csv': null, 'application/json': dataset },
    params: z.object({
      year: z.coerce.number().int().min(2000).max(2100),
      dataset: z.string().regex(/^[a-z0-9-]{1,100}\.(csv|json)$/),
    }),
    query: z.object({
      v: z
        .string()
        .regex(/^[0-9a-f]{16}$/)
        .optional(),
    }),
    response: z.unknown(),
    problems: ['not-found', 'invalid'],
  },
  'GET /open/editions/:year/:file': {
    summary: 'Berkas laporan kabupaten yang disahkan',
    note: cached,
    need: 'public',
    audit: null,
    rate: 'open',
    canWait: true,
    status: 200,
    binary: {
      'application/pdf': null,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': null,
      'application/json': null,
      'application/zip': null,
    },
    params: z.object({
      year: z.coerce.number().int().min(2000).max(2100),
      file: z.string().regex(/^[a-z]+(-tw[1-4])?\.(pdf|xlsx|zip|json)$/),
    }),
    response: z.unknown(),
    problems: ['not-found'],
  },
  'GET /open/preview': {
    summary: 'Laporan yang disahkan dan apa yang menjadi terbuka bila dipilih',
    need: 'setting.manage',
    of: 'region',
    audit: null,
    rate: 'compute',
    canWait: true,
    status: 200,
    response: z.object({
      items: z.array(
        edition
          .extend({
            /** As it is chosen: `lppd/2025`. */
            key: z.string(),
            summary: published.shape.summary,
            charts: z.array(z.string()),
            datasets: z.array(z.object({ id: z.string(), title: z.string(), lines: z.number() })),
          })
          .meta({ id: 'PublishableEdition' }),
      ),
    }),
    problems: [],
  },
})
