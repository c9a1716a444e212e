import { keyScopes, scopeWord } from '@sepakat/rules/access/permissions.ts'
import { actings, roles } from '@sepakat/rules/access/roles.ts'
import { nipPattern, usernamePattern } from '@sepakat/rules/access/signIn.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import {
  byId,
  day,
  dayIn,
  id,
  instant,
  overFields,
  page,
  paged,
  reportType,
  role,
  text,
  unchosen,
  uuid,
} from '../wire.ts'
import { seconding } from './secondings.ts'
import { post } from './session.ts'

/** Which ones may be given is judged where a key is issued; what was given once is shown even if it may no more be. */
const scope = z.string().meta({ enum: [...keyScopes] })
const reading = 'submission.read'
const whoAnswers = unchosen('Pilih siapa yang bertanggung jawab.')
const nip = z
  .string()
  .trim()
  .regex(nipPattern, {
    error: ({ input = '' }) =>
      `NIP terdiri atas 18 angka; yang ditulis ada ${input.length}${/^\d*$/.test(input) ? '' : ' huruf dan angka'}.`,
  })
const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(usernamePattern, 'Nama pengguna 3 sampai 32 huruf kecil, angka, titik, atau garis, dimulai huruf.')

const person = z
  .object({
    id,
    name: z.string(),
    nip: z.string().nullable(),
    username: z.string().nullable(),
    phone: z.string().nullable(),
    disabled: z.boolean(),
    signedInBefore: z.boolean(),
    hasSecondFactor: z.boolean(),
    createdAt: instant,
    posts: z.array(post),
  })
  .meta({ id: 'Person' })

const name = text(160, 1, 'Tulis nama lengkapnya.')
/** People sign in by the one or the other. */
const isNamed = (who: { nip?: string | null; username?: string | null }) => who.nip !== null || who.username !== null
const unnamed = {
  path: ['nip'],
  message: 'Isi NIP atau nama pengguna: dengan itulah ia masuk.',
  ...overFields('nip', 'username'),
}

const postIn = z
  .strictObject({
    role: z.enum(roles, unchosen('Pilih peran.')),
    title: text(160, 0).default(''),
    reportTypes: z.array(reportType).max(4).default([]),
    region: z.boolean().default(false),
    offices: z.array(uuid).max(100).default([]),
    from: dayIn,
    to: dayIn.nullable().default(null),
    acting: z.enum(actings).nullable().default(null),
    actingFor: text(160).nullable().default(null),
  })
  .refine(post => post.to === null || post.to >= post.from, {
    path: ['to'],
    message: 'Tanggal akhir tidak boleh sebelum tanggal mulai.',
    ...overFields('from', 'to'),
  })
  .refine(post => post.region || post.offices.length > 0, {
    path: ['offices'],
    message: 'Pilih sedikitnya satu perangkat daerah, atau seluruh daerah.',
    ...overFields('region', 'offices'),
  })
  .superRefine((post, context) => {
    if (post.role !== 'admin' || (post.region && post.reportTypes.length === 0)) return
    context.addIssue({
      code: 'custom',
      path: [post.region ? 'reportTypes' : 'offices'],
      message: 'Pengelola sistem selalu untuk seluruh daerah dan semua jenis laporan.',
    })
  })

const key = z
  .object({
    id,
    name: z.string(),
    prefix: z.string(),
    owner: z.string(),
    ownerId: id,
    /** The last day on which all that it may do is given by posts of its owner; null: none is known. */
    ownerUntil: day.nullable(),
    /** Scopes that no post of its owner gives today: it does not do them. */
    idle: z.array(z.string()),
    /** Its owner is active and holds a post; else it opens nothing. */
    answeredFor: z.boolean(),
    scopes: z.array(scope),
    reportTypes: z.array(reportType),
    region: z.boolean(),
    offices: z.array(z.object({ id, name: z.string() })),
    expiresAt: instant,
    revokedAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Key' })

export const peopleEndpoints = endpoints({
  'GET /people': {
    summary: 'Daftar orang',
    need: 'person.manage',
    of: 'region',
    rate: 'read',
    canWait: true,
    query: paged.extend({
      q: text(80).optional(),
      office: uuid.optional(),
      role: role.optional(),
      state: z.enum(['never-signed-in', 'without-post', 'disabled']).optional(),
    }),
    response: page(person),
    problems: ['invalid'],
  },
  'POST /people': {
    summary: 'Tambah orang, dengan jabatan pertamanya bila disebut',
    need: 'person.manage',
    of: 'region',
    audit: 'person.created',
    also: ['post.granted', 'second.asked'],
    rate: 'write',
    once: 'idempotency-key',
    status: 201,
    body: z
      .strictObject({
        name,
        nip: nip.nullable().default(null),
        username: username.nullable().default(null),
        phone: text(24).nullable().default(null),
        post: postIn.optional(),
      })
      .refine(isNamed, unnamed),
    response: person,
    location: '/people/:id',
    problems: ['invalid', 'exists'],
  },
  'GET /people/:id': {
    summary: 'Satu orang',
    need: 'person.manage',
    of: 'region',
    rate: 'read',
    params: byId,
    response: person,
    problems: ['not-found'],
  },
  'PATCH /people/:id': {
    summary: 'Ubah data orang; menonaktifkan mengeluarkannya dari semua perangkat',
    need: 'person.manage',
    of: 'region',
    audit: 'person.changed',
    also: ['second.asked'],
    rate: 'write',
    once: 'natural',
    params: byId,
    body: z
      .strictObject({
        name: name.optional(),
        nip: nip.nullable().optional(),
        username: username.nullable().optional(),
        phone: text(24).nullable().optional(),
        disabled: z.boolean().optional(),
      })
      .refine(isNamed, unnamed),
    response: person,
    waits: seconding,
    problems: ['not-found', 'invalid', 'exists', 'needs-unmet'],
  },
  'POST /people/:id/codes': {
    summary: 'Terbitkan kode masuk sekali pakai; kode sebelumnya tidak berlaku lagi',
    need: 'person.manage',
    of: 'region',
    audit: 'code.issued',
    rate: 'write',
    once: 'natural',
    status: 201,
    params: byId,
    response: z.object({ code: z.string(), expiresAt: instant, name: z.string(), signInName: z.string() }),
    problems: ['not-found'],
  },
  'POST /people/:id/second-factor/reset': {
    summary: 'Lepas verifikasi dua langkah orang yang kehilangan ponsel dan kode pemulihannya',
    need: 'person.manage',
    of: 'region',
    audit: 'second-factor.reset',
    also: ['second.asked'],
    rate: 'write',
    once: 'natural',
    params: byId,
    response: person,
    waits: seconding,
    problems: ['not-found', 'needs-unmet'],
  },
  'POST /people/:id/posts': {
    summary: 'Beri jabatan',
    need: 'person.manage',
    of: 'region',
    audit: 'post.granted',
    also: ['second.asked'],
    rate: 'write',
    once: 'idempotency-key',
    status: 201,
    params: byId,
    body: postIn,
    response: post,
    waits: seconding,
    problems: ['not-found', 'invalid'],
  },
  'POST /posts/:id/end': {
    summary: 'Akhiri jabatan pada suatu tanggal',
    need: 'person.manage',
    of: 'region',
    audit: 'post.ended',
    also: ['second.asked'],
    rate: 'write',
    once: 'natural',
    params: byId,
    body: z.strictObject({ to: dayIn }),
    response: post,
    waits: seconding,
    problems: ['not-found', 'invalid', 'needs-unmet'],
  },
  'GET /keys': {
    summary: 'Daftar kunci API',
    need: 'key.manage',
    of: 'region',
    rate: 'read',
    canWait: true,
    query: paged,
    response: page(key),
    problems: [],
  },
  'POST /keys': {
    summary: 'Terbitkan kunci API; kunci ditampilkan satu kali ini saja',
    note: 'Tidak menerima `Idempotency-Key`: jawabannya memuat kunci, dan kunci tidak disimpan untuk diulang. Bila jawabannya hilang, cabut kunci itu dengan `DELETE /keys/{id}` (lihat `GET /keys`) dan terbitkan yang baru.',
    need: 'key.manage',
    of: 'region',
    audit: 'key.issued',
    also: ['second.asked'],
    rate: 'write',
    once: 'natural',
    status: 201,
    body: z
      .strictObject({
        name: text(120, 1, 'Tulis nama aplikasinya.'),
        owner: z.uuid(whoAnswers),
        scopes: z.array(scope.max(40)).min(1, 'Pilih sedikitnya satu wewenang.').max(40),
        reportTypes: z.array(reportType).max(4).default([]),
        region: z.boolean().default(false),
        offices: z.array(uuid).max(100).default([]),
        expires: dayIn,
      })
      // Whatever a program does to a report is answered with the report.
      .refine(({ scopes }) => scopes.includes(reading) || !scopes.some(one => one.startsWith('submission.')), {
        path: ['scopes'],
        message: `Tambahkan ${scopeWord(reading)}: tanpa itu wewenang lain atas laporan tidak dapat dipakai.`,
        ...overFields('scopes'),
      })
      .refine(({ region, offices }) => region || offices.length > 0, {
        path: ['offices'],
        message: 'Pilih perangkat daerah, atau seluruh daerah.',
        ...overFields('region', 'offices'),
      }),
    response: key.extend({ key: z.string() }),
    waits: seconding.extend({ key: z.string() }),
    problems: ['invalid', 'not-found'],
  },
  'PATCH /keys/:id': {
    summary: 'Pindahkan kunci API kepada penanggung jawab lain',
    need: 'key.manage',
    of: 'region',
    audit: 'key.handed-over',
    also: ['second.asked'],
    rate: 'write',
    once: 'natural',
    params: byId,
    body: z.strictObject({ owner: z.uuid(whoAnswers) }),
    response: key,
    waits: seconding,
    problems: ['invalid', 'not-found', 'in-use'],
  },
  'DELETE /keys/:id': {
    summary: 'Cabut kunci API',
    need: 'key.manage',
    of: 'region',
    audit: 'key.revoked',
    rate: 'write',
    once: 'natural',
    status: 204,
    params: byId,
    response: z.null(),
    problems: ['not-found'],
  },
})
