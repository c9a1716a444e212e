import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { dayIn, id, instant, office, periodKey, reportStatus, text } from '../wire.ts'
import { edition, editionLine, editionType, params, partId } from './editionShapes.ts'

export const editionEndpoints = endpoints({
  'GET /editions': {
    summary: 'Laporan kabupaten, yang disusun dan yang sudah disahkan',
    need: 'figure.read',
    of: 'region',
    rate: 'read',
    query: z.object({
      type: editionType.optional(),
      year: z.coerce.number().int().min(2000).max(2100).optional(),
      /** Only those that wait for a review or an approval, or only the others. */
      waiting: z.stringbool().optional(),
    }),
    response: z.object({ items: z.array(editionLine) }),
    problems: ['invalid'],
  },
  'POST /editions': {
    summary: 'Mulai menyusun laporan kabupaten; naskahnya diteruskan dari versi terakhir atau tahun lalu',
    note: 'Dari satu jenis dan periode, satu saja yang disusun pada satu saat. Yang sudah disahkan tidak berubah lagi: perbaikannya adalah versi berikutnya.',
    need: 'edition.manage',
    of: 'region',
    audit: 'edition.opened',
    rate: 'write',
    once: 'idempotency-key',
    status: 201,
    body: z.strictObject({ type: editionType, period: periodKey }),
    response: editionLine,
    location: '/editions/:id',
    problems: ['invalid', 'exists'],
  },
  'GET /editions/:id': {
    summary: 'Satu laporan kabupaten: susunan, keadaan tiap bagian, versi, dan ke mana disampaikan',
    need: 'figure.read',
    of: 'region',
    rate: 'compute',
    canWait: true,
    params,
    response: edition,
    problems: ['not-found'],
  },
  'GET /editions/:id/readiness': {
    summary: 'Apa yang sudah disetujui dan siapa yang belum, menurut formulir',
    need: 'figure.read',
    of: 'region',
    rate: 'compute',
    canWait: true,
    params,
    response: z.object({
      forms: z.array(
        z
          .object({
            form: z.string(),
            title: z.string(),
            period: z.string(),
            periodTitle: z.string(),
            owed: z.number(),
            approved: z.number(),
            /** Those whose report is not approved. */
            missing: z.array(
              z.object({
                office,
                submission: id.nullable(),
                status: reportStatus,
                dueAt: instant,
                /** Whole days past the due date; 0 while there is time. */
                daysLate: z.number(),
              }),
            ),
          })
          .meta({ id: 'EditionReadiness' }),
      ),
    }),
    problems: ['not-found'],
  },
  'PUT /editions/:id/outline': {
    summary: 'Atur urutan bagian dalam babnya dan sembunyikan yang tidak wajib',
    need: 'edition.manage',
    of: 'region',
    audit: 'edition.outlined',
    rate: 'write',
    once: 'natural',
    params,
    body: z.strictObject({
      chapters: z.array(z.strictObject({ id: partId, sections: z.array(partId).max(60) })).max(20),
      hidden: z.array(partId).max(100),
    }),
    response: z.null(),
    problems: ['not-found', 'invalid', 'wrong-status'],
  },
  'POST /editions/:id/send': {
    summary: 'Kirim untuk direviu Inspektorat, atau untuk disahkan bila tidak direviu',
    need: 'edition.manage',
    of: 'region',
    audit: 'edition.sent',
    rate: 'write',
    once: 'natural',
    params,
    response: editionLine,
    problems: ['not-found', 'wrong-status'],
  },
  'POST /editions/:id/review': {
    summary: 'Nyatakan telah direviu; pernyataannya menjadi lampiran',
    need: 'edition.review',
    of: 'region',
    audit: 'edition.reviewed',
    rate: 'write',
    once: 'natural',
    params,
    body: z.strictObject({
      number: text(120, 1, 'Tulis nomor pernyataan.'),
      date: dayIn,
      text: text(8000, 1, 'Tulis isi pernyataan.'),
    }),
    response: editionLine,
    problems: ['not-found', 'invalid', 'wrong-status', 'needs-unmet'],
  },
  'POST /editions/:id/return': {
    summary: 'Kembalikan kepada penyusun dengan catatan',
    note: 'Oleh yang mereviu selama direviu, oleh pejabat pengesah selama menunggu pengesahan, atau ditarik kembali oleh penyusunnya.',
    need: 'figure.read',
    of: 'region',
    audit: 'edition.returned',
    rate: 'write',
    once: 'natural',
    params,
    body: z.strictObject({ text: text(4000, 1, 'Tulis apa yang harus diperbaiki.') }),
    response: editionLine,
    problems: ['not-found', 'no-right', 'invalid', 'wrong-status'],
  },
  'POST /editions/:id/approve': {
    summary: 'Sahkan; sejak itu naskah dan angkanya tidak berubah lagi',
    note: 'Bukan oleh yang menulis naskahnya.',
    need: 'edition.approve',
    of: 'region',
    audit: 'edition.approved',
    rate: 'compute',
    canWait: true,
    once: 'natural',
    params,
    response: editionLine,
    problems: ['not-found', 'wrong-status', 'needs-unmet'],
  },
})
