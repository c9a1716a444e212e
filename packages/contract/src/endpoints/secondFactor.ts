import { z } from 'zod'
import { endpoints } from '../endpoint.ts'
import { instant, nothing } from '../wire.ts'
import { password, secondFactor } from './session.ts'

const codes = z.object({ recoveryCodes: z.array(z.string()) })
const asked = z.strictObject({ password, secondFactor })
const base = { need: 'signed-in', rate: 'sign-in', once: 'natural' } as const

/** Of a recovery code that is used up on the way. */
const usedUp = ['second-factor.code-used', 'second-factor.reset'] as const

/** Two-step verification of who is signed in: a code of an authenticator (TOTP, RFC 6238) beside the password. */
export const secondFactorEndpoints = endpoints({
  'GET /second-factor': {
    summary: 'Verifikasi dua langkah saya',
    need: 'signed-in',
    rate: 'read',
    response: z.object({
      offered: z.boolean(),
      required: z.boolean(),
      setUpAt: instant.nullable(),
      recoveryCodesLeft: z.number(),
    }),
    problems: ['no-right'],
  },
  'PUT /second-factor': {
    ...base,
    summary: 'Mulai memasang verifikasi dua langkah, atau memindahkannya ke ponsel lain',
    note: 'Berlaku sesudah kode pertamanya dikirim (`POST /second-factor/confirm`). Sampai saat itu yang lama, bila ada, tetap berlaku.',
    audit: 'stores-nothing',
    also: usedUp,
    body: z.strictObject({ password, secondFactor: secondFactor.optional() }),
    response: z.object({ secret: z.string(), uri: z.string() }),
    problems: ['bad-credentials', 'second-factor-required', 'second-factor-wrong', 'no-right', 'too-many'],
  },
  'POST /second-factor/confirm': {
    ...base,
    summary: 'Pasang verifikasi dua langkah dengan kode pertamanya; perangkat lain dikeluarkan',
    note: 'Kode pemulihan hanya diberikan satu kali, di sini.',
    audit: 'second-factor.set-up',
    body: z.strictObject({ secondFactor }),
    response: codes,
    problems: ['second-factor-wrong', 'needs-unmet', 'no-right', 'too-many'],
  },
  'POST /second-factor/recovery-codes': {
    ...base,
    summary: 'Buat kode pemulihan baru; yang lama tidak berlaku lagi',
    audit: 'second-factor.codes-made',
    also: usedUp,
    body: asked,
    response: codes,
    problems: ['no-right', 'bad-credentials', 'second-factor-wrong', 'needs-unmet', 'too-many'],
  },
  'POST /second-factor/remove': {
    ...base,
    summary: 'Lepas verifikasi dua langkah, bila jabatan tidak mewajibkannya',
    audit: 'second-factor.removed',
    also: usedUp,
    status: 204,
    body: asked,
    response: nothing,
    problems: ['no-right', 'bad-credentials', 'second-factor-wrong', 'needs-unmet', 'too-many'],
  },
})
