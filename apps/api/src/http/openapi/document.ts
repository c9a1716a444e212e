import { api, type Endpoint, problemSchema } from '@sepakat/contract'
import { answersSchema, kinds } from '@sepakat/rules'
import about from '../../../package.json' with { type: 'json' }
import { examples } from './examples.ts'
import { operationOf, problemExamples } from './operation.ts'
import { createSchemas, type Json } from './schemas.ts'

const intro = `Antarmuka program SEPAKAT. Program masuk dengan kunci API (\`Authorization: Bearer spk_…\`) yang diterbitkan pengelola
dengan wewenang, perangkat daerah, dan masa berlakunya sendiri.

- Setiap kesalahan dijawab sebagai \`application/problem+json\` (RFC 9457) dengan \`code\` yang tetap; \`instance\` adalah nomor
  permintaan yang dapat disebutkan kepada pengelola.
- Yang ada tetapi bukan milik Anda dijawab 404.
- Daftar dibaca per halaman dengan \`limit\` dan \`cursor\`; halaman berikutnya ada di \`next\` dan di \`Link: rel="next"\`.
- Bacaan membawa \`ETag\`; kirim \`If-None-Match\` untuk mendapat 304 bila tidak berubah.
- Penulisan aman diulang: dengan \`changeId\`, \`Idempotency-Key\`, atau \`If-Match\`, sesuai yang disebut pada tiap alamat.
- Angka ditulis sebagai teks desimal (\`"1234.56"\`), tanpa pembulatan.`

const securitySchemes = {
  key: { type: 'http', scheme: 'bearer', description: 'Kunci API yang diterbitkan pengelola: `Bearer spk_…`' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-sepakat',
    description: 'Kuki sesi, untuk aplikasi di peramban',
  },
}
const headers = {
  RequestId: { description: 'Nomor permintaan', schema: { type: 'string' } },
  ETag: {
    description: 'Penanda isi, untuk If-None-Match; di laporan: nomor versinya, untuk If-Match',
    schema: { type: 'string' },
  },
  Next: { description: '`<alamat>; rel="next"`: halaman berikutnya, bila ada', schema: { type: 'string' } },
}
const parameters = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'Versi terakhir yang dibaca, misalnya `"12"`. Bila sudah berubah: 412 `stale`.',
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Kunci pilihan pengirim; permintaan yang sama dengan kunci yang sama dikerjakan satu kali, jawabannya diulang.',
    schema: { type: 'string', maxLength: 200 },
  },
}

/** Name of the component that holds the answers of a form: spm/x-y → AnswersSpmXY. */
const answersName = (form: string): string =>
  `Answers${form
    .split(/[/-]/)
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}`

/** OpenAPI 3.1 of the whole contract; `server` is where it is reached. */
export const openapi = (server: string): Json => {
  const schemas = createSchemas()
  const given = examples()
  const paths: Record<string, Record<string, Json>> = {}
  for (const [route, endpoint] of Object.entries<Endpoint>(api)) {
    const [method = '', path = ''] = route.split(' ')
    const operation = operationOf(method, path, endpoint, schemas, given[route])
    const url = path.replace(/:(\w+)/g, '{$1}')
    paths[url] = { ...paths[url], [method.toLowerCase()]: operation }
  }
  schemas.answer(problemSchema)
  for (const kind of Object.values(kinds)) {
    const json = schemas.request(answersSchema(kind))
    schemas.components[answersName(kind.form)] = {
      title: kind.title,
      description: `Isian formulir \`${kind.form}\``,
      ...json,
    }
  }
  const tags = [...new Set(Object.values(paths).flatMap(item => Object.values(item).flatMap(o => o.tags as string[])))]
  return {
    openapi: '3.1.0',
    info: { title: 'SEPAKAT', version: about.version, description: intro },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ key: [] }, { session: [] }],
    tags: tags.map(name => ({ name })),
    paths,
    components: { schemas: schemas.components, securitySchemes, headers, parameters, examples: problemExamples() },
  }
}
