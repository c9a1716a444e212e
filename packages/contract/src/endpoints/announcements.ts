import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { by, byId, day, dayIn, id, instant, nothing, overFields, reportType, text } from '../wire.ts'

const announcement = z
  .object({ id, text: z.string(), from: day, to: day, reportTypes: z.array(reportType), by, at: instant })
  .meta({ id: 'Announcement' })

export const announcementEndpoints = endpoints({
  'GET /announcements': {
    summary: 'Pengumuman yang sedang berlaku; yang akan datang hanya bagi yang mengelolanya',
    need: 'signed-in',
    rate: 'read',
    response: z.object({ items: z.array(announcement) }),
    problems: [],
  },
  'POST /announcements': {
    summary: 'Umumkan sesuatu kepada semua orang yang mengurus jenis laporan ini, dari suatu hari sampai suatu hari',
    need: 'plan.manage',
    of: 'region',
    audit: 'announcement.changed',
    rate: 'write',
    once: 'idempotency-key',
    status: 201,
    body: z
      .strictObject({
        text: text(1000, 1, 'Tulis pengumumannya.'),
        from: dayIn,
        to: dayIn,
        reportTypes: z.array(reportType).min(1, 'Pilih sedikitnya satu jenis laporan.').max(4),
      })
      .refine(({ from, to }) => from <= to, {
        path: ['to'],
        message: 'Hari terakhir tidak boleh sebelum hari pertama.',
        ...overFields('from', 'to'),
      }),
    response: announcement,
    problems: ['invalid'],
  },
  'DELETE /announcements/:id': {
    summary: 'Cabut pengumuman',
    need: 'plan.manage',
    of: 'region',
    audit: 'announcement.changed',
    rate: 'write',
    once: 'natural',
    status: 204,
    params: byId,
    response: nothing,
    problems: ['not-found'],
  },
})
