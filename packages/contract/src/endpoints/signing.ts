import { signingWays } from '@sepakat/rules/papers/signing.ts'
import { z } from 'zod'
import { endpoints } from '../endpoint.ts'

export const signingWay = z.enum(signingWays)

/** How a PDF is signed. NIK and passphrase are of one signing: they are kept nowhere. */
export const signing = z.discriminatedUnion(
  'with',
  [
    z.strictObject({ with: z.literal(signingWay.enum.own) }),
    z.strictObject({
      with: z.literal(signingWay.enum.bsre),
      nik: z.string().regex(/^\d{16}$/, 'Tulis NIK 16 angka.'),
      passphrase: z.string().min(1, 'Tulis passphrase BSrE Anda.').max(200, 'Paling banyak 200 huruf.'),
    }),
  ],
  'Pilih dengan apa ditandatangani.',
)

export const signingNote =
  'Dengan sertifikat daerah yang dipasang di server, atau lewat BSrE dengan NIK dan passphrase penanda tangan, yang tidak disimpan. Permintaan berikutnya dijawab dengan hasil yang sama.'

export const signingEndpoints = endpoints({
  'GET /signing': {
    summary: 'Dengan apa server ini dapat menandatangani',
    need: 'signed-in',
    rate: 'read',
    response: z.object({ own: z.boolean(), bsre: z.boolean() }),
    problems: [],
  },
})
