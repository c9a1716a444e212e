import { type ProblemCode, problems } from '@sepakat/contract'

/** Headers, parameters and ways in that operations point at. */
export const securitySchemes = {
  key: { type: 'http', scheme: 'bearer', description: 'Kunci API yang diterbitkan pengelola: `Bearer spk_…`' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-sepakat',
    description: 'Kuki sesi, untuk aplikasi di peramban',
  },
}

export const headers = {
  RequestId: { description: 'Nomor permintaan', schema: { type: 'string' }, example: 'K7QM2-X9D4T' },
  ETag: {
    description:
      'Penanda isi, untuk If-None-Match; di laporan: nomor versinya, untuk If-Match. Ekspor selalu disusun baru: tanpa penanda',
    schema: { type: 'string' },
    example: '"12"',
  },
  Next: {
    description: '`<alamat>; rel="next"`: halaman berikutnya, bila ada',
    schema: { type: 'string' },
    example: '</api/v1/figures?year=2026&cursor=WyIxIl0>; rel="next"',
  },
  Location: {
    description: 'Alamat yang baru dibuat',
    required: true,
    schema: { type: 'string' },
    example: '/api/v1/submissions/0199f5a0-0000-7000-8000-000000000001',
  },
  RateLimit: {
    description:
      'Sisa permintaan (`r`) sampai hitungannya mulai lagi sesudah `t` detik; tidak ada bila server tidak membatasi, atau menolak sebelum atau karena menghitung',
    schema: { type: 'string' },
    example: '"read";r=598;t=41',
  },
  RetryAfter: {
    description: 'Berapa detik lagi permintaan dapat diulang',
    required: true,
    schema: { type: 'integer', minimum: 1 },
    example: 41,
  },
  UploadOffset: { description: 'Berapa bita yang sudah sampai (tus 1.0)', schema: { type: 'integer' }, example: 1024 },
}

export const parameters = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'Versi terakhir yang dibaca, misalnya `"12"`. Bila sudah berubah: 412 `stale`.',
    schema: { type: 'string' },
    example: '"12"',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Kunci pilihan pengirim; permintaan yang sama dengan kunci yang sama dikerjakan satu kali, jawabannya diulang.',
    schema: { type: 'string', maxLength: 200 },
    example: 'kirim-tw3-pertama',
  },
}

export const headerAt = (name: keyof typeof headers) => ({ $ref: `#/components/headers/${name}` })

export const problemExampleAt = (code: ProblemCode) => ({ $ref: `#/components/examples/${code}` })

/** Each problem that an operation points at once, as it is answered. */
export const problemExamples = (paths: object) => {
  const text = JSON.stringify(paths)
  const used = Object.entries(problems).filter(([code]) => text.includes(`"#/components/examples/${code}"`))
  return Object.fromEntries(
    used.map(([code, { status, title, detail }]) => [
      code,
      { summary: title, value: { type: `/problems/${code}`, title, status, code, detail, instance: 'K7QM2-X9D4T' } },
    ]),
  )
}
