import { codeLevelOf } from '@sepakat/rules/nomenclature/nationalCodes.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { nothing, text } from '../wire.ts'

const params = z.strictObject({ year: z.coerce.number().int().min(2015).max(2100) })
const told = z
  .object({ code: z.string(), name: z.string(), indicator: z.string(), unit: z.string() })
  .meta({ id: 'ListedCode' })
const counts = z.object({
  year: z.number(),
  urusan: z.number(),
  field: z.number(),
  program: z.number(),
  activity: z.number(),
  subactivity: z.number(),
})
const nationalCode = z.string().max(40).refine(codeLevelOf, 'Tulis kode nasional seperti 1.02.02.2.01.0006.')

export const nomenclatureEndpoints = endpoints({
  'GET /nomenclature': {
    summary: 'Daftar nomenklatur daerah menurut tahun, dengan banyaknya kode setiap tingkat',
    need: 'signed-in',
    rate: 'read',
    response: z.object({ items: z.array(counts) }),
    problems: [],
  },
  'GET /nomenclature/:year': {
    summary:
      'Nama, indikator, dan satuan kode-kode yang disebut dan kode di atasnya, dari daftar tahun itu atau yang terakhir sebelumnya',
    need: 'signed-in',
    rate: 'read',
    params,
    query: z.object({ codes: z.string().max(4000).describe('Kode-kode, dipisah koma') }),
    response: z.object({ items: z.array(told) }),
    problems: ['invalid'],
  },
  'PUT /nomenclature/:year': {
    summary: 'Tambahkan kode ke daftar nomenklatur suatu tahun; yang sudah ada diperbarui, yang lain tetap',
    need: 'catalogue.manage',
    of: 'region',
    audit: 'nomenclature.changed',
    rate: 'write',
    once: 'natural',
    status: 204,
    params,
    body: z.strictObject({
      codes: z
        .array(z.strictObject({ code: nationalCode, name: text(500), indicator: text(500, 0), unit: text(60, 0) }))
        .min(1, 'Kirim sedikitnya satu kode.')
        .max(2000, 'Paling banyak 2.000 kode sekali kirim.'),
    }),
    response: nothing,
    problems: ['invalid'],
  },
  'DELETE /nomenclature/:year': {
    summary: 'Hapus daftar nomenklatur suatu tahun; yang sudah tertulis di laporan tetap',
    need: 'catalogue.manage',
    of: 'region',
    audit: 'nomenclature.changed',
    rate: 'write',
    once: 'natural',
    status: 204,
    params,
    response: nothing,
    problems: ['not-found'],
  },
})
