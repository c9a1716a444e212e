import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { narrativeSchema } from '@sepakat/rules/editions/narrativeSchema.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { asStored, covered, office, uuid } from '../wire.ts'
import { editionLine, figureRef, ofSection, params, saidText, section } from './editionShapes.ts'

export const editionTextEndpoints = endpoints({
  'GET /editions/:id/sections/:section': {
    summary: 'Naskah satu bagian, dengan yang dikatakan tiap angkanya sekarang',
    need: 'figure.read',
    of: 'region',
    rate: 'compute',
    canWait: true,
    params: ofSection,
    response: section,
    problems: ['not-found'],
  },
  'PUT /editions/:id/sections/:section': {
    summary: 'Simpan naskah satu bagian',
    note: '`base` adalah `rev` terakhir yang dibaca. Bila orang lain menyimpan sesudahnya, `result` adalah `conflict` dengan naskahnya dan tidak ada yang ditulis; kirim lagi dengan `base` itu setelah keduanya digabungkan. Setiap naskah yang pernah disimpan tetap ada. `seen`: yang dikatakan angka-angkanya sekarang sudah dilihat.',
    need: 'edition.manage',
    of: 'region',
    audit: 'edition.written',
    rate: 'write',
    once: 'natural',
    params: ofSection,
    body: z.strictObject({
      base: z.number().int().min(0),
      narrative: narrativeSchema,
      seen: z.literal(true).optional(),
    }),
    response: z.object({ result: z.enum(['saved', 'unchanged', 'conflict']), section }),
    problems: ['not-found', 'invalid', 'wrong-status'],
  },
  'POST /editions/:id/said': {
    summary: 'Yang dikatakan angka-angka sebuah naskah, tanpa menyimpannya',
    need: 'figure.read',
    of: 'region',
    audit: 'stores-nothing',
    rate: 'compute',
    canWait: true,
    once: 'natural',
    params,
    body: z.strictObject({ narrative: narrativeSchema }),
    response: saidText,
    problems: ['not-found', 'invalid'],
  },
  'GET /editions/:id/figures': {
    summary: 'Cari angka yang dapat dirujuk dalam naskah, dengan kata-kata',
    note: '`q`: kata-kata dari nama angka, baris, perangkat daerah, atau tahun, misalnya `serapan 2025 dinas kesehatan`. Yang paling cocok lebih dahulu.',
    need: 'figure.read',
    of: 'region',
    rate: 'compute',
    canWait: true,
    params,
    query: z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(12) }),
    response: z.object({
      items: z.array(
        z
          .object({
            ref: figureRef,
            /** `Serapan anggaran`. */
            label: z.string(),
            /** What it is of: the name of its row; '' for the form as a whole. */
            rowLabel: z.string(),
            rowCode: z.string(),
            /** Null: the whole region. */
            office: office.nullable(),
            formTitle: z.string(),
            periodTitle: z.string(),
            said: z.string(),
            value: z.string().nullable(),
            unit: z.string(),
            ...covered.shape,
          })
          .meta({ id: 'FoundFigure' }),
      ),
    }),
    problems: ['not-found', 'invalid'],
  },
  'GET /editions/:id/document': {
    summary:
      'Seluruh isi laporan kabupaten sebagai data: yang disahkan sebagaimana dibekukan, rancangan sebagaimana keadaan sekarang',
    need: 'figure.read',
    of: 'region',
    rate: 'compute',
    canWait: true,
    params,
    response: asStored<FrozenEdition>(),
    problems: ['not-found'],
  },
  'GET /editions/:id/compare': {
    summary: 'Yang berbeda dari laporan kabupaten lain sejenis: naskah, angka, sumber',
    need: 'figure.read',
    of: 'region',
    rate: 'compute',
    canWait: true,
    params,
    query: z.object({ with: uuid }),
    response: z.object({
      with: editionLine,
      sections: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          title: z.string(),
          change: z.enum(['added', 'removed', 'changed']),
          /** Paragraph by paragraph, as said; null on the side where it is not. */
          texts: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable() })),
        }),
      ),
      figures: z.array(
        z.object({ table: z.string(), row: z.string(), column: z.string(), from: z.string(), to: z.string() }),
      ),
      sources: z.array(
        z.object({
          office: z.string(),
          form: z.string(),
          period: z.string(),
          from: z.number().nullable(),
          to: z.number().nullable(),
        }),
      ),
    }),
    problems: ['not-found', 'invalid'],
  },
})
