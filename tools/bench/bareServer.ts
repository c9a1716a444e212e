/** The other side of `npm run bench`: the statements of each case by hand, on Fastify and pg. No rights, rules, checks or chains. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import { verify } from '@node-rs/argon2'
import Fastify, { type FastifyRequest } from 'fastify'
import pg from 'pg'
import { bareStatements } from './bareStatements.ts'

const { DATABASE_APP_URL, FILES_DIR = '', SAMPLE, PORT } = process.env
type On = pg.Pool | pg.PoolClient
const pool = new pg.Pool({ connectionString: DATABASE_APP_URL, max: 10 })
const ask = async (on: On, name: keyof typeof bareStatements, ...values: unknown[]) =>
  (await on.query({ name, text: bareStatements[name], values })).rows
const inTransaction = async <T>(work: (tx: On) => Promise<T>): Promise<T> => {
  const tx = await pool.connect()
  try {
    await tx.query('BEGIN')
    const result = await work(tx)
    await tx.query('COMMIT')
    return result
  } finally {
    tx.release()
  }
}
const [sample] = await ask(pool, 'sample', SAMPLE)
const app = Fastify()
await app.register(multipart)
const known = async ({ headers }: FastifyRequest) => {
  const token = decodeURIComponent(headers.cookie?.split('=')[1] ?? '').split('.')[0]
  return `post:${(await ask(pool, 'session', token, new Date(), new Date()))[0].post}`
}
const event = (tx: On, stream: string, type: string, by: string, data: object) =>
  ask(tx, 'event', stream, type, by, JSON.stringify(data), sample.sha256)
type To<Body = unknown> = { Params: { id: string }; Body: Body; Querystring: Record<string, string> }
type Sent = { changes: [{ changeId: string; pointer: string; value: string }] }
type Begun = { obligation: string; answers: object }
/** What else the product says in these answers, in as many bytes. */
const [me, attached] = [{ permissions: 'x'.repeat(400) }, { fileName: 'x'.repeat(170) }]
const newFile = () => createWriteStream(path.join(FILES_DIR, randomUUID()), { flush: true })

app.get('/select-1', () => ask(pool, 'one'))
app.post<To<{ name: string; password: string }>>('/api/v1/session', async ({ body }, reply) => {
  const [{ password, posts, ...person }] = await ask(pool, 'person', body.name)
  if (!(await verify(password, body.password))) return reply.code(401).send()
  const token = randomBytes(24).toString('base64url')
  await ask(pool, 'open', token, person.id, posts[0].id)
  await event(pool, `access/${person.id}`, 'session.started', `post:${posts[0].id}`, { person: person.id })
  return reply.header('set-cookie', `__Host-sepakat=${token}.${sample.sha256}; Path=/`).send({ ...me, person, posts })
})
app.get<To>('/api/v1/submissions', async request => {
  await known(request)
  const { status = '', reportType } = request.query
  const items = await ask(pool, 'queue', status.split(','), [reportType], 51)
  return { items: items.slice(0, 50), next: items.at(-1)?.submission }
})
app.get<To>('/api/v1/submissions/:id', async request => {
  await known(request)
  return (await ask(pool, 'view', request.params.id))[0]
})
app.patch<To<Sent>>('/api/v1/submissions/:id/answers', async request => {
  const [by, id] = [await known(request), request.params.id]
  const [{ changeId, pointer, value }] = request.body.changes
  const [, table, row, field] = pointer.split('/')
  return inTransaction(async tx => {
    const rev = (await ask(tx, 'lock', id))[0].version + 1
    await ask(tx, 'row', id, table, row)
    await ask(tx, 'save', id, by, changeId, rev, table, row, field, JSON.stringify(value))
    return { version: rev, results: [{ changeId, result: 'applied', rev }] }
  })
})
app.post<To>('/api/v1/submissions/:id/submit', async request => {
  const [by, id] = [await known(request), request.params.id]
  return inTransaction(async tx => {
    await ask(tx, 'lock', id)
    await ask(tx, 'rows', id)
    await ask(tx, 'basis', id)
    await ask(tx, 'proofs', id)
    await ask(tx, 'revise', id, sample.rule_set, sample.body, sample.sha256, by)
    await ask(tx, 'figures', id, sample.figures)
    await ask(tx, 'submit', id, by)
    await event(tx, `submission/${id}`, 'submission.submitted', by, { revision: 1, sha256: sample.sha256 })
    return { submission: (await ask(tx, 'view', id))[0], receipt: { revision: 1, sha256: sample.sha256 } }
  })
})
app.post<To<Begun>>('/api/v1/submissions', async (request, reply) => {
  const [by, { obligation: id, answers }] = [await known(request), request.body]
  await inTransaction(async tx => {
    await ask(tx, 'owed', id)
    await ask(tx, 'create', id, by, JSON.stringify(answers))
    await event(tx, `submission/${id}`, 'submission.created', by, { sent: true })
  })
  return reply.code(201).send((await ask(pool, 'view', id))[0])
})
app.post<To>('/api/v1/submissions/:id/attachments', async (request, reply) => {
  const [by, id] = [await known(request), request.params.id]
  const given: Record<string, string> = {}
  const hash = createHash('sha256')
  for await (const part of request.parts()) {
    if (part.type === 'field') given[part.fieldname] = `${part.value}`
    else
      await pipeline(
        part.file.on('data', bytes => hash.update(bytes)),
        newFile(),
      )
  }
  const sha256 = hash.digest('hex')
  await inTransaction(async tx => {
    await ask(tx, 'lock', id)
    await ask(tx, 'attach', given.id, id, given.anchor, given.title, sha256, by)
    await event(tx, `submission/${id}`, 'attachment.added', by, { attachment: given.id, sha256 })
  })
  return reply.code(201).send({ ...given, sha256, by, ...attached })
})
await app.listen({ host: '127.0.0.1', port: Number(PORT) })
process.once('SIGTERM', () => app.close().then(() => pool.end()))
