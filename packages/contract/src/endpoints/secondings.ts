import { rightsActKinds } from '@sepakat/rules/access/rightsAct.ts'
import { eventTypes } from '@sepakat/rules/eventTypes.ts'
import { secondingStatuses } from '@sepakat/rules/workflow/recordStatuses.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { byId, id, instant, page, paged, text, uuid } from '../wire.ts'

const who = z.object({ name: z.string(), title: z.string() })

/** An act on rights that takes a second person, or is done alone. */
export const seconding = z
  .object({
    id,
    act: z
      .enum(rightsActKinds)
      .describe(
        'Jabatan diberikan, jabatan berakhir, orang dinonaktifkan atau diaktifkan, kunci, pemindahannya, verifikasi dua langkah diatur ulang, induk perangkat daerah, penggabungan atau pemecahan, pengaturan.',
      ),
    status: z
      .enum(secondingStatuses)
      .describe('Menunggu, disetujui, ditolak, ditarik kembali, atau berlaku tanpa orang kedua.'),
    what: z.array(z.string()).describe('Apa tepatnya yang terjadi bila disetujui, satu kalimat untuk tiap hak.'),
    digest: z.string().describe('Sidik dari isi permintaan; disebut lagi saat menyetujui.'),
    askedBy: who,
    askedAt: instant,
    decidedBy: who.nullable(),
    decidedAt: instant.nullable(),
    reason: z.string().describe('Mengapa ditolak atau ditarik, atau mengapa berlaku tanpa orang kedua.'),
    turn: z.enum(['decide', 'withdraw']).nullable().describe('Apa yang dapat Anda lakukan.'),
    whyNot: z.string().describe('Mengapa Anda tidak dapat memutuskannya; kosong bila dapat, atau sudah diputuskan.'),
  })
  .meta({ id: 'Seconding' })

const decided = {
  need: 'second.decide',
  of: 'region',
  rate: 'write',
  once: 'natural',
  params: byId,
  response: seconding,
} as const

export const secondingEndpoints = endpoints({
  'GET /secondings': {
    summary:
      'Pemberian hak yang memerlukan persetujuan kedua: yang menunggu, yang diputuskan, dan yang berlaku tanpanya',
    need: 'second.read',
    of: 'region',
    rate: 'read',
    canWait: true,
    query: paged.extend({ waiting: z.stringbool().optional(), person: uuid.optional() }),
    response: page(seconding),
    problems: ['invalid'],
  },
  'POST /secondings/:id/approve': {
    ...decided,
    summary: 'Setujui sebagai orang kedua; haknya berlaku saat itu juga',
    audit: 'second.approved',
    also: [
      'post.granted',
      'post.ended',
      'person.changed',
      'key.issued',
      'key.handed-over',
      'second-factor.reset',
      'office.changed',
      'submission.office-changed',
      'contribution.moved',
      'contribution.taken-back',
      'setting.changed',
    ],
    body: z.strictObject({ digest: z.string().max(64) }),
    problems: ['not-found', 'exists', 'stale', 'needs-unmet'],
  },
  'POST /secondings/:id/decline': {
    ...decided,
    summary: 'Tolak sebagai orang kedua; yang meminta menariknya kembali dengan cara ini',
    audit: 'second.declined',
    also: ['second.withdrawn'],
    body: z.strictObject({ reason: text(500, 1, 'Tulis alasannya.') }),
    problems: ['not-found', 'exists', 'needs-unmet'],
  },
  'GET /session/events': {
    summary: 'Peristiwa tentang akun dan hak saya',
    need: 'signed-in',
    rate: 'read',
    canWait: true,
    query: paged,
    response: page(
      z.object({
        seq: z.number(),
        type: z.enum(eventTypes),
        at: instant,
        by: who,
        own: z.boolean(),
        words: z.string(),
      }),
    ),
    problems: ['no-right', 'invalid'],
  },
})
