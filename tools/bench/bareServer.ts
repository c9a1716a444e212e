/**
 * The other side of `npm run bench`: the leanest server that gives the same information. Its own tables (bareTables.ts), sessions in
 * memory, one statement a write, files and commits on the disk before it answers; no rights, rules, checks or chains.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import { verify } from '@node-rs/argon2'
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import pg from 'pg'
import { bareStatements } from './bareStatements.ts'

const { DATABASE_APP_URL, FILES_DIR = '', SAMPLE, PORT } = process.env
const pool = new pg.Pool({ connectionString: DATABASE_APP_URL, max: 10 })
const ask = async (name: keyof typeof bareStatements, ...values: unknown[]) =>
  (await pool.query({ name, text: bareStatements[name], values })).rows
const [sample] = await ask('sample', SAMPLE)

interface Person {
  actor: string
  /** As an answer names who did something. */
  by: string
}
const sessions = new Map<string, Person>()
for (const { token, by } of await ask('sessions')) sessions.set(token, { actor: by.actor, by: JSON.stringify(by) })
const asker = ({ headers }: FastifyRequest): Person => {
  const token = decodeURIComponent(headers.cookie?.split('=')[1] ?? '').split('.')[0] ?? ''
  const person = sessions.get(token)
  if (!person) throw Object.assign(new Error('no session'), { statusCode: 401 })
  return person
}

const moves: Record<string, string> = {
  draft: '[{"move":"submit","needs":[]}]',
  submitted: '[{"move":"claim","needs":[]}]',
  'in-review': '[]',
  approved: '[{"move":"reopen","needs":[]}]',
}
interface Line {
  status: string
  version: number
  state: string
  status_by: string
  view: string
}
const viewOf = ({ status, version, state, status_by, view }: Line) =>
  `{"version":${version},${state},"statusBy":${status_by},"moves":${moves[status] ?? '[]'},${view}}`
const stateOf = (status: string, submittedAt: string | null, revision: number | null) => {
  const said = { status, statusAt: new Date(), submittedAt, latestRevision: revision, approvedRevision: null }
  return JSON.stringify({ ...said, returnDueAt: null, late: false }).slice(1, -1)
}
const sendText = (reply: FastifyReply, text: string) => reply.type('application/json; charset=utf-8').send(text)

type To<Body = unknown> = { Params: { id: string }; Body: Body; Querystring: Record<string, string> }
type Sent = { changes: [{ changeId: string; pointer: string; value: string }] }
type Begun = { obligation: string; answers: Record<string, Record<string, Record<string, unknown>>> }
const newFile = () => createWriteStream(path.join(FILES_DIR, randomUUID()), { flush: true })

const app = Fastify()
await app.register(multipart)
app.get('/select-1', () => ask('one'))
app.post<To<{ name: string; password: string }>>('/api/v1/session', async ({ body }, reply) => {
  const [{ actor, password, view }] = await ask('person', body.name)
  if (!(await verify(password, body.password))) return reply.code(401).send()
  const token = randomBytes(24).toString('base64url')
  await ask('open', token, actor)
  sessions.set(token, { actor, by: JSON.stringify({ actor }) })
  return sendText(reply.header('set-cookie', `__Host-sepakat=${token}.${sample.sha256}; Path=/`), view)
})
app.get<To>('/api/v1/submissions', async (request, reply) => {
  asker(request)
  const { status = '', reportType, limit = '50' } = request.query
  const lines = await ask('queue', status.split(','), reportType, Number(limit) + 1)
  const items = lines.slice(0, Number(limit))
  const { due, id } = items.at(-1) ?? {}
  const next = lines.length > items.length ? Buffer.from(JSON.stringify({ due, id })).toString('base64url') : null
  const texts = items.map(({ state, line }) => `{${state},${line}}`)
  return sendText(reply, `{"items":[${texts.join(',')}],"next":${JSON.stringify(next)}}`)
})
app.get<To>('/api/v1/submissions/:id', async (request, reply) => {
  asker(request)
  return sendText(reply, viewOf((await ask('view', request.params.id))[0]))
})
app.patch<To<Sent>>('/api/v1/submissions/:id/answers', async request => {
  const { actor } = asker(request)
  const [{ changeId, pointer, value }] = request.body.changes
  const [, table, row, field] = pointer.split('/')
  const [{ seq }] = await ask('save', request.params.id, table, row, field, JSON.stringify(value), actor, changeId)
  return { version: seq, results: [{ changeId, result: 'applied', rev: seq }] }
})
app.post<To>('/api/v1/submissions/:id/submit', async (request, reply) => {
  const { actor, by } = asker(request)
  const state = stateOf('submitted', new Date().toISOString(), 1)
  const { body, figures, sha256, rule_set } = sample
  const [line] = await ask('submit', request.params.id, body, figures, sha256, rule_set, actor, state, by)
  const receipt = { number: `B-${Date.now()}`, revision: 1, sha256, at: new Date(), by: JSON.parse(by) }
  return sendText(reply, `{"submission":${viewOf(line)},"receipt":${JSON.stringify(receipt)}}`)
})
app.post<To<Begun>>('/api/v1/submissions', async (request, reply) => {
  const { actor, by } = asker(request)
  const { obligation, answers } = request.body
  const at = new Date()
  let rev = 0
  const rows = Object.entries(answers).flatMap(([table, rows]) =>
    Object.entries(rows).map(([row, cells]) => {
      const fields = Object.entries(cells).map(([field, v]) => [field, { v, rev: ++rev, by: actor, at }])
      return { table, row, fields: Object.fromEntries(fields) }
    }),
  )
  const state = stateOf('draft', null, null)
  const [line] = await ask('create', obligation, JSON.stringify(rows), rev, JSON.stringify(answers), actor, state, by)
  return sendText(reply.code(201), viewOf(line))
})
app.post<To>('/api/v1/submissions/:id/attachments', async (request, reply) => {
  const { actor, by } = asker(request)
  const given: Record<string, string> = {}
  const hash = createHash('sha256')
  const file = { fileName: '', media: '', bytes: 0 }
  for await (const part of request.parts()) {
    if (part.type === 'field') given[part.fieldname] = `${part.value}`
    else {
      Object.assign(file, { fileName: part.filename, media: part.mimetype })
      part.file.on('data', bytes => {
        hash.update(bytes)
        file.bytes += bytes.length
      })
      await pipeline(part.file, newFile())
    }
  }
  const none = { number: '', date: null, page: '', warnings: [], replaces: null, removed: false }
  const said = { ...given, ...file, sha256: hash.digest('hex'), ...none, by: JSON.parse(by), at: new Date() }
  const text = JSON.stringify(said)
  await ask('attach', given.id, request.params.id, text, actor)
  return sendText(reply.code(201), text)
})
await app.listen({ host: '127.0.0.1', port: Number(PORT) })
process.once('SIGTERM', () => app.close().then(() => pool.end()))
