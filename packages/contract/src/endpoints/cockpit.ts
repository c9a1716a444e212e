import { cockpitLists, mostCounted } from '@sepakat/rules/cockpit/cockpitLists.ts'
import { stuckReasons } from '@sepakat/rules/cockpit/stuckWhy.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import {
  byId,
  id,
  instant,
  lastReminder,
  namedReport,
  office,
  page,
  paged,
  reportStatus,
  reportType,
  role,
  uuid,
} from '../wire.ts'

/** Somebody to call. `whatsapp`: the digits of the number with its country; null where what was entered is no number. */
const contact = z
  .object({
    post: id,
    role,
    title: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    whatsapp: z.string().nullable(),
  })
  .meta({ id: 'Contact' })

const line = z
  .object({
    /** Of this line; that of the request where it is one to open the report again. */
    id,
    obligation: id.nullable(),
    submission: id.nullable(),
    ...namedReport,
    status: reportStatus,
    /** The one date that is waited for: of a returned report that of its answer. */
    dueAt: instant.nullable(),
    /** Since when its period takes it no longer: its office can send it only once it is extended. */
    closed: instant.nullable(),
    /** Why it is in the list, and since when. */
    why: z.enum(['late', ...stuckReasons, 'unclaimed', 'in-hand', 'asked']),
    since: instant,
    progress: z.object({ filled: z.number(), all: z.number() }).nullable(),
    openNotes: z.number(),
    claimedBy: z.string().nullable(),
    /** when its reviewer took it. */
    claimedAt: instant.nullable(),
    /** Why its office asks for it to be opened again, also while it is in review. */
    reason: z.string().nullable(),
    reminder: lastReminder.nullable(),
    /** Who moves it on: of the office, or who reviews it. */
    contacts: z.array(contact),
    /** How many more there are than are named. */
    moreContacts: z.number(),
  })
  .meta({ id: 'CockpitLine' })

export const cockpitEndpoints = endpoints({
  'GET /cockpit/:list': {
    summary: 'Yang terlambat, tersendat, atau menunggu kita, dengan orang yang dapat dihubungi',
    note: `\`late\`: lewat tenggat dan belum dikirim, yang terlama lebih dahulu. \`stuck\`: tidak bergerak padahal belum terlambat. \`waiting\`: dikirim dan menunggu daerah, yang terlama lebih dahulu. Nomor telepon hanya untuk pemegang jabatan koordinator; kunci API tidak dapat membacanya. \`total\` hanya pada halaman pertama dan dihitung sampai ${mostCounted}.`,
    need: 'contact.read',
    rate: 'read',
    canWait: true,
    params: z.strictObject({ list: z.enum(cockpitLists) }),
    query: paged.pick({ cursor: true }).extend({ reportType: reportType.optional(), office: uuid.optional() }),
    response: page(line).extend({
      /** How many there are, of how many whose period is open and that were not submitted; `more`: there are more than were counted. */
      total: z.object({ count: z.number(), of: z.number(), more: z.boolean() }).nullable(),
    }),
    problems: ['invalid'],
  },
  'GET /offices/:id/reporting': {
    summary:
      'Bagaimana suatu perangkat daerah melapor: orangnya, dan ketepatan waktunya menurut jenis laporan dan tahun',
    note: 'Yang dinilai ialah kiriman pertama terhadap tenggat yang berlaku baginya, termasuk perpanjangan; yang belum jatuh tempo dan belum dikirim tidak ikut. `medianDays` di bawah nol: sebelum tenggat. Nomor telepon hanya untuk pemegang jabatan koordinator; lainnya mendapat null.',
    need: 'submission.read',
    rate: 'read',
    canWait: true,
    params: byId,
    response: z.object({
      office,
      contacts: z.array(contact.extend({ reportTypes: z.array(reportType) })),
      /** Whether who asks may see telephone numbers. */
      phones: z.boolean(),
      punctuality: z.array(
        z
          .object({
            reportType,
            year: z.number(),
            judged: z.number(),
            inTime: z.number(),
            late: z.number(),
            missing: z.number(),
            extended: z.number(),
            medianDays: z.number().nullable(),
          })
          .meta({ id: 'OfficePunctuality' }),
      ),
    }),
    problems: ['not-found'],
  },
})
