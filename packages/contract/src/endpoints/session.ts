import { permissions } from '@sepakat/rules/access/permissions.ts'
import { passwordLength, wrongLengthOf } from '@sepakat/rules/access/signIn.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { byId, day, id, instant, nothing, office, reportType, role, text, uuid } from '../wire.ts'

export const password = z.string().min(1).max(200)
const wrongLength = { error: ({ input }: { input?: unknown }) => wrongLengthOf(String(input)) }
const newPassword = z.string().min(passwordLength.min, wrongLength).max(passwordLength.max, wrongLength)
const signInName = text(64)
/** The id a device gave itself: a caller who names it gets the key that encrypts the device's data (`deviceKey`). */
const device = uuid.optional()

/** A code of the authenticator, or a recovery code; asked for by `second-factor-required` where the person has set one up. */
export const secondFactor = text(40)

const contact = z.object({ name: z.string(), whatsapp: z.string() })

export const post = z
  .object({
    id,
    role,
    title: z.string(),
    reportTypes: z.array(reportType),
    region: z.boolean(),
    offices: z.array(office),
    from: day,
    to: day.nullable(),
    acting: z.string().nullable(),
    actingFor: z.string().nullable(),
  })
  .meta({ id: 'Post' })

const me = z
  .object({
    person: z.object({ id, name: z.string(), nip: z.string().nullable(), username: z.string().nullable() }),
    post: post.nullable(),
    posts: z.array(post),
    permissions: z.array(z.enum(permissions)),
    mustChangePassword: z.boolean(),
    mustSetUpSecondFactor: z.boolean(),
    contact,
    region: z.object({ name: z.string(), zone: z.string() }),
    now: instant,
    deviceKey: z.string().nullable(),
    /** The key itself, where one asks: what it may do is in `permissions`. */
    key: z
      .object({
        id,
        name: z.string(),
        reportTypes: z.array(reportType),
        region: z.boolean(),
        offices: z.array(office),
        expiresAt: instant,
      })
      .nullable(),
  })
  .meta({ id: 'Me' })

export const sessionEndpoints = endpoints({
  'GET /public': {
    summary: 'Nama daerah, kepada siapa bertanya, dan akun contoh bila diizinkan',
    need: 'public',
    rate: 'read',
    response: z.object({
      region: z.object({ name: z.string(), zone: z.string() }),
      contact,
      version: z.string(),
      /** Whether the public page is on. */
      publicPage: z.boolean(),
      demo: z.array(z.object({ username: z.string(), password: z.string(), label: z.string() })),
      /** While the demo region is still filled in: how many of its offices are complete. */
      demoYear: z.object({ done: z.number(), all: z.number() }).nullable(),
    }),
    problems: [],
  },
  'POST /session': {
    summary: 'Masuk dengan NIP atau nama pengguna dan sandi',
    need: 'public',
    audit: 'session.started',
    also: ['second-factor.code-used', 'second-factor.reset'],
    rate: 'sign-in',
    once: 'natural',
    body: z.strictObject({ name: signInName, password, secondFactor: secondFactor.optional(), device }),
    response: me,
    problems: [
      'bad-credentials',
      'second-factor-required',
      'second-factor-wrong',
      'too-many',
      'invalid',
      'origin-refused',
    ],
  },
  'POST /session/code': {
    summary: 'Masuk pertama kali atau membuat sandi baru dengan kode sekali pakai',
    need: 'public',
    audit: 'password.reset',
    also: ['session.started', 'second-factor.code-used', 'second-factor.reset'],
    // As often as one may read: it is the way in for who is locked out, and its 50 bits are guessed at no rate
    rate: 'read',
    once: 'natural',
    body: z.strictObject({
      name: signInName,
      code: text(40),
      password: newPassword,
      secondFactor: secondFactor.optional(),
      device,
    }),
    response: me,
    problems: [
      'bad-credentials',
      'second-factor-required',
      'second-factor-wrong',
      'too-many',
      'invalid',
      'origin-refused',
    ],
  },
  'GET /session': {
    summary: 'Siapa saya, jabatan atau kunci yang sedang dipakai, wewenangnya, dan sampai kapan kuncinya berlaku',
    need: 'signed-in',
    rate: 'read',
    query: z.strictObject({ device }),
    response: me,
    problems: [],
  },
  'DELETE /session': {
    summary: 'Keluar',
    note: 'Dengan `locked=true` layarnya dikunci: sesi itu tidak membuka apa-apa lagi, dan pemiliknya masuk lagi dari peramban yang sama dengan sandi saja.',
    need: 'signed-in',
    audit: 'session.ended',
    rate: 'write',
    once: 'natural',
    status: 204,
    query: z.strictObject({ locked: z.stringbool().optional() }),
    response: nothing,
    problems: ['no-right'],
  },
  'PUT /session/post': {
    summary: 'Ganti jabatan yang dipakai',
    need: 'signed-in',
    audit: 'session.switched',
    rate: 'write',
    once: 'natural',
    body: z.strictObject({ post: uuid }),
    response: me,
    problems: ['no-right', 'not-found', 'invalid'],
  },
  'GET /sessions': {
    summary: 'Perangkat yang sedang masuk dengan akun saya',
    need: 'signed-in',
    rate: 'read',
    response: z.object({
      items: z.array(
        z.object({
          id,
          current: z.boolean(),
          device: z.string(),
          address: z.string(),
          startedAt: instant,
          lastSeenAt: instant,
          expiresAt: instant,
        }),
      ),
    }),
    problems: ['no-right'],
  },
  'DELETE /sessions': {
    summary: 'Keluar dari semua perangkat, yang ini juga',
    need: 'signed-in',
    audit: 'session.ended',
    rate: 'write',
    once: 'natural',
    status: 204,
    response: nothing,
    problems: ['no-right'],
  },
  'DELETE /sessions/:id': {
    summary: 'Keluar dari satu perangkat',
    need: 'signed-in',
    audit: 'session.ended',
    rate: 'write',
    once: 'natural',
    status: 204,
    params: byId,
    response: nothing,
    problems: ['no-right', 'not-found'],
  },
  'PUT /password': {
    summary: 'Ganti sandi; perangkat lain dikeluarkan',
    need: 'signed-in',
    audit: 'password.changed',
    rate: 'sign-in',
    once: 'natural',
    status: 204,
    body: z.strictObject({ current: password, next: newPassword }),
    response: nothing,
    problems: ['no-right', 'bad-credentials', 'invalid', 'too-many'],
  },
})
