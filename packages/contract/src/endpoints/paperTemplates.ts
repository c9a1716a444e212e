import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, instant } from '../wire.ts'

const paper = z.string().regex(/^[a-z-]{1,60}$/)
const said = (max: number, least = 0) => z.string().min(least, 'Tulis isinya.').max(max, `Paling panjang ${max} huruf.`)
const name = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'Pilih salah satu yang dimiliki naskah ini.')
const lines = z.array(said(500)).min(1, 'Tulis satu baris.').max(12)

const simple = [
  z.strictObject({ part: z.literal('letterhead'), office: said(200).optional() }),
  z.strictObject({ part: z.literal('cover'), lines }),
  z.strictObject({ part: z.literal('title'), lines }),
  z.strictObject({ part: z.literal('contents') }),
  z.strictObject({
    part: z.literal('heading'),
    text: said(300, 1),
    level: z.union([z.literal(3), z.literal(4)]).optional(),
  }),
  z.strictObject({ part: z.literal('text'), text: said(4000, 1) }),
  z.strictObject({ part: z.literal('prose'), of: name }),
  z.strictObject({ part: z.literal('lines'), lines, right: z.literal(true).optional() }),
  z.strictObject({
    part: z.literal('facts'),
    facts: z
      .array(z.strictObject({ name: said(100, 1), said: said(500, 1) }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ part: z.literal('table'), table: name }),
  z.strictObject({
    part: z.literal('signatures'),
    on: said(200),
    by: z
      .array(z.strictObject({ as: said(100), signer: name }))
      .min(1)
      .max(3),
  }),
  z.strictObject({ part: z.literal('page'), wide: z.literal(true).optional() }),
] as const

const part = z.discriminatedUnion('part', [
  ...simple,
  z.strictObject({
    part: z.literal('each'),
    each: name,
    parts: z.array(z.discriminatedUnion('part', simple)).min(1, 'Isi sedikitnya satu bagian.').max(60),
  }),
])
const template = z.array(part).min(1, 'Isi sedikitnya satu bagian.').max(120)

const ofPaper = z.object({
  paper: z.string(),
  name: z.string(),
  /** Of the report it is a paper of; null: of every report. */
  form: z.string().nullable(),
  /** Of the region's own; 0: there never was one. */
  version: z.number(),
  own: z.boolean(),
})

export const paperTemplateEndpoints = endpoints({
  'GET /paper-templates': {
    summary: 'Naskah-naskah yang susunannya dapat disesuaikan',
    need: 'setting.manage',
    of: 'region',
    rate: 'read',
    response: z.object({ items: z.array(ofPaper), emblem: z.boolean() }),
    problems: [],
  },
  'GET /paper-templates/:paper': {
    summary: 'Susunan sebuah naskah, nama-nama yang dikenalnya, dan versi-versinya',
    need: 'setting.manage',
    of: 'region',
    rate: 'read',
    params: z.object({ paper }),
    response: ofPaper.extend({
      template,
      shipped: template,
      names: z.object({
        places: z.array(z.string()),
        tables: z.array(z.string()),
        signers: z.array(z.string()),
        each: z.array(z.string()),
      }),
      versions: z.array(z.object({ version: z.number(), template: template.nullable(), by, at: instant })),
    }),
    problems: ['not-found'],
  },
  'POST /paper-templates/:paper': {
    summary: 'Ubah susunan sebuah naskah, atau kembali ke susunan bawaan',
    note: '`template` kosong (null): susunan bawaan berlaku lagi. `version` adalah versi yang diubah; bila sudah ada yang lebih baru, jawabannya 412.',
    need: 'setting.manage',
    of: 'region',
    audit: 'setting.changed',
    rate: 'write',
    once: 'natural',
    params: z.object({ paper }),
    body: z.strictObject({ version: z.number().int().min(0), template: template.nullable() }),
    response: ofPaper,
    problems: ['not-found', 'invalid', 'stale'],
  },
  'POST /paper-templates/:paper/preview': {
    summary: 'Contoh naskah dengan susunan ini sebagai PDF, dengan isian contoh; tidak menyimpan apa pun',
    need: 'setting.manage',
    of: 'region',
    audit: 'stores-nothing',
    rate: 'compute',
    canWait: true,
    once: 'natural',
    binary: { 'application/pdf': null },
    pending: z.object({ state: z.literal('being-made') }),
    params: z.object({ paper }),
    body: z.strictObject({ template }),
    response: z.unknown(),
    problems: ['not-found', 'invalid'],
  },
  'PUT /emblem': {
    summary: 'Lambang daerah di kop naskah: SVG atau PNG; kosong (null) menghapusnya',
    need: 'setting.manage',
    of: 'region',
    audit: 'setting.changed',
    rate: 'write',
    once: 'natural',
    body: z.strictObject({
      image: z.base64('Bukan isi berkas.').max(300_000, 'Gambar paling besar 200 KB.').nullable(),
    }),
    response: z.object({ emblem: z.boolean() }),
    problems: ['invalid'],
  },
  'GET /emblem': {
    summary: 'Lambang daerah di kop naskah',
    need: 'setting.manage',
    of: 'region',
    rate: 'read',
    response: z.object({ image: z.object({ media: z.string(), data: z.string() }).nullable() }),
    problems: [],
  },
})
