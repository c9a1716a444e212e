import type { EditionOutline } from '@sepakat/rules/editions/EditionKind.ts'
import { type OwnOutline, standingPlaces } from '@sepakat/rules/editions/ownOutline.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { asStored, by, instant, text } from '../wire.ts'
import { editionType, partId } from './editionShapes.ts'

const params = z.object({ type: editionType })
const ownOutline = z.strictObject({
  chapters: z
    .array(
      z.strictObject({
        id: partId,
        sections: z
          .array(
            z.strictObject({
              id: partId,
              title: text(200, 0).optional(),
              own: z.literal(true).optional(),
              hidden: z.literal(true).optional(),
              text: text(20_000, 0).optional(),
            }),
          )
          .max(60),
      }),
    )
    .max(20),
})
/** Null: the shipped one. */
const stored = asStored<OwnOutline>().nullable()

const ofType = z.object({
  type: editionType,
  title: z.string(),
  /** Of the region's own; 0: there never was one. */
  version: z.number(),
  own: z.boolean(),
})

export const editionOutlineEndpoints = endpoints({
  'GET /edition-outlines': {
    summary: 'Laporan kabupaten yang susunannya dapat disesuaikan',
    need: 'setting.manage',
    of: 'region',
    rate: 'read',
    response: z.object({ items: z.array(ofType) }),
    problems: [],
  },
  'GET /edition-outlines/:type': {
    summary: 'Susunan sebuah laporan kabupaten: bawaan, milik daerah, dan versi-versinya',
    need: 'setting.manage',
    of: 'region',
    rate: 'read',
    params,
    response: ofType.extend({
      shipped: asStored<EditionOutline>(),
      outline: stored,
      versions: z.array(z.object({ version: z.number(), outline: stored, by, at: instant })),
    }),
    problems: ['not-found'],
  },
  'POST /edition-outlines/:type': {
    summary: 'Ubah susunan sebuah laporan kabupaten, atau kembali ke susunan bawaan',
    note: `Berlaku bagi laporan yang mulai disusun sesudahnya. \`outline\` kosong (null): susunan bawaan berlaku lagi. Bab tetap menurut peraturan. Naskah tetap boleh menyebut ${standingPlaces.map(one => `{${one}}`).join(', ')}. \`version\` adalah versi yang diubah; bila sudah ada yang lebih baru, jawabannya 412.`,
    need: 'setting.manage',
    of: 'region',
    audit: 'setting.changed',
    rate: 'write',
    once: 'natural',
    params,
    body: z.strictObject({ version: z.number().int().min(0), outline: ownOutline.nullable() }),
    response: ofType,
    problems: ['not-found', 'invalid', 'stale'],
  },
  'POST /edition-outlines/:type/preview': {
    summary: 'Contoh laporan kabupaten dengan susunan ini sebagai PDF, tanpa angka; tidak menyimpan apa pun',
    need: 'setting.manage',
    of: 'region',
    audit: 'stores-nothing',
    rate: 'compute',
    canWait: true,
    once: 'natural',
    binary: { 'application/pdf': null },
    pending: z.object({ state: z.literal('being-made') }),
    params,
    body: z.strictObject({ outline: ownOutline }),
    response: z.unknown(),
    problems: ['not-found', 'invalid'],
  },
})
