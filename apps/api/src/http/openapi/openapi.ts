import { api, type Endpoint, problemSchema, type Route } from '@sepakat/contract'
import { kinds } from '@sepakat/rules'
import about from '#package.json' with { type: 'json' }
import { addFormAnswers } from './addFormAnswers.ts'
import { described } from './describe.ts'
import { examplesOfReports } from './examples/examplesOfReports.ts'
import { examplesOfWork } from './examples/examplesOfWork.ts'
import { operationOf } from './operationOf.ts'
import { headers, parameters, problemExamples, securitySchemes } from './parts.ts'
import { createSchemas, type Json } from './schemas.ts'
import { tagsOf } from './tags.ts'
import { wordsOfShapes } from './words/wordsOfShapes.ts'

/** Example bodies by route, one for each that takes a body. */
const examples = (): Record<string, unknown> => ({ ...examplesOfReports(), ...examplesOfWork() })

const intro = `Antarmuka program SEPAKAT. Program masuk dengan kunci API (\`Authorization: Bearer spk_…\`) yang diterbitkan pengelola
dengan wewenang, perangkat daerah, dan masa berlakunya sendiri; \`GET /session\` menyebut ketiganya.

- Setiap kesalahan dijawab sebagai \`application/problem+json\` (RFC 9457) dengan \`code\` yang tetap; \`instance\` adalah nomor
  permintaan yang dapat disebutkan kepada pengelola.
- Yang ada tetapi bukan milik Anda dijawab 404. Parameter yang tidak dikenal ditolak 422, bukan diabaikan.
- Daftar dibaca per halaman dengan \`limit\` dan \`cursor\`; halaman berikutnya ada di \`next\` dan di \`Link: rel="next"\`.
- Bacaan membawa \`ETag\`; kirim \`If-None-Match\` untuk mendapat 304 bila tidak berubah.
- Penulisan aman diulang: dengan \`changeId\`, \`Idempotency-Key\`, atau \`If-Match\`, sesuai yang disebut pada tiap alamat.
- \`RateLimit\` menyebut sisa permintaan; 429 dan 503 membawa \`Retry-After\`.
- Angka ditulis sebagai teks desimal (\`"1234.56"\`), tanpa pembulatan.`

/** What is sent as answers: those of one of the forms, or of a form by its own schema. */
const formAnswers = 'FormAnswers'

/** OpenAPI 3.1 of the whole contract; `server` is where it is reached. */
export const openapi = (server: string): Json => {
  const schemas = createSchemas()
  const given = examples()
  const paths: Record<string, Record<string, Json>> = {}
  for (const [route, endpoint] of Object.entries<Endpoint>(api)) {
    const [method = '', path = ''] = route.split(' ')
    const url = path.replace(/:(\w+)/g, '{$1}')
    const operation = operationOf(route as Route, endpoint, schemas, given[route])
    paths[url] = { ...paths[url], [method.toLowerCase()]: operation }
  }
  schemas.answer(problemSchema)
  for (const [name, schema] of Object.entries(schemas.components)) {
    const description = wordsOfShapes[name.replace(/(Input|Output)$/, '')]
    schemas.components[name] = { ...(description && { description }), ...described(schema, name) }
  }
  const forms = Object.values(kinds).map(kind => addFormAnswers(kind, schemas))
  schemas.components[formAnswers] = {
    description: wordsOfShapes[formAnswers],
    anyOf: [...forms, { $ref: '#/components/schemas/Answers' }],
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'SEPAKAT',
      version: about.version,
      description: intro,
      contact: { name: 'Pengelola SEPAKAT', url: server },
      license: { name: 'Milik pemerintah daerah', identifier: 'LicenseRef-SEPAKAT' },
    },
    servers: [{ url: `${server}/api/v1`, description: 'Pemasangan ini' }],
    security: [{ key: [] }, { session: [] }],
    tags: tagsOf(Object.values(paths).flatMap(item => Object.values(item).flatMap(o => o.tags as string[]))),
    paths,
    components: { schemas: schemas.components, securitySchemes, headers, parameters, examples: problemExamples(paths) },
  }
}
