import { createHmac, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Database, openDatabase, record, written } from '@sepakat/db'
import { buildPerson, type PersonSpec, type PostSpec } from '@sepakat/db/builders/index.ts'
import { differingNames } from '@sepakat/db/search/testingNames.ts'
import { differingLines } from '@sepakat/db/submissions/testingLines.ts'
import { type TestDatabase, testDatabase } from '@sepakat/db/testing.ts'
import type { Permission, ReportType } from '@sepakat/rules'
import type { FastifyBaseLogger, FastifyInstance, LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import { randomLetters } from '#http/auth/credentials.ts'
import { keyHash } from '#http/auth/keyHash.ts'
import type { Handlers } from '#http/route.ts'
import { diskStore } from '#storage/diskStore.ts'
import { buildApp } from '../buildApp.ts'
import { type Config, readConfig } from '../config.ts'

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Headers = Record<string, string>

/** One who asks: `call('POST', '/people', body, headers)` under /api/v1, with the cookie or key of the asker. */
export interface Caller {
  headers: Headers
  call: (method: Method, path: string, body?: unknown, headers?: Headers) => Promise<LightMyRequestResponse>
}
export interface SignedIn extends Caller {
  personId: string
  postId: string
  sessionId: string
}
interface KeySpec {
  owner: string
  scopes: Permission[]
  reportTypes?: ReportType[]
  /** Absent: the whole region. */
  offices?: string[]
  expiresAt?: Date
}

export interface TestApi {
  app: FastifyInstance
  db: Database
  /** The same database for its owner, and for one who may do everything: for proofs that tampering is refused or found. */
  ownerUrl: string
  superuserUrl: string
  config: Config
  /** No user: no cookie, no key. */
  stranger: Caller
  /** A new person with these posts (or one that exists), signed in at the first; no password is hashed for it. */
  as: (post: PostSpec | PostSpec[], person?: PersonSpec) => Promise<SignedIn>
  /** A session of somebody who exists, at one of the posts. */
  session: (personId: string, postId: string) => Promise<SignedIn>
  withKey: (spec: KeySpec) => Promise<Caller & { keyId: string; key: string }>
  /** The events of a stream, in order, without what they bind. */
  events: (stream: string) => Promise<{ type: string; actor: string; data: Record<string, unknown> }[]>
  /** @throws where a line of a list or a name of the search is not as what it is derived from, whatever the test did but tamper with rows */
  close: (did?: 'tampered') => Promise<void>
}

/**
 * The API over a database of its own with the reference data. `handlers` are those of the feature under test; without them all
 * features are there. The clock is fixed at `now`, if it is given.
 */
export const testApi = async (
  handlers?: Handlers,
  {
    env = {},
    now = () => new Date(),
    log,
    place,
  }: {
    env?: Record<string, string>
    now?: () => Date
    log?: FastifyBaseLogger
    /** Over an existing database and folder; removed at the end all the same. */
    place?: { database: TestDatabase; folder: string }
  } = {},
): Promise<TestApi> => {
  const database = place?.database ?? (await testDatabase())
  const folder = place?.folder ?? (await mkdtemp(path.join(tmpdir(), 'sepakat-api-')))
  const config = readConfig({
    DATABASE_APP_URL: database.appUrl,
    DATA_DIR: folder,
    PUBLIC_URL: 'http://localhost',
    SERVE_WEB: '0',
    RATE_LIMIT: '0',
    SECOND_FACTOR: 'optional',
    KEPT_SECONDS: '0',
    ARGON_MEMORY: '1024',
    ARGON_TIME: '1',
    LOG_LEVEL: 'silent',
    ...env,
  })
  const db = openDatabase({ url: config.databaseUrl })
  const storage = await diskStore(config.filesDir)
  const app = await buildApp({ db, config, storage, clock: now }, handlers, log)

  const caller = (own: Headers): Caller => ({
    headers: own,
    call: (method, url, body, headers = {}) =>
      app.inject({
        method,
        url: `/api/v1${url}`,
        headers: { origin: config.publicUrl, ...own, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
  })

  const session: TestApi['session'] = async (personId, postId) => {
    const token = randomBytes(24).toString('base64url')
    const signature = createHmac('sha256', config.secret).update(token).digest('base64')
    const at = now()
    const { id } = await db.prisma.session.create({
      data: {
        token,
        userId: personId,
        postId,
        lastSeenAt: at,
        createdAt: at,
        expiresAt: new Date(at.getTime() + 86_400_000),
      },
      select: { id: true },
    })
    const cookie = `__Host-sepakat=${encodeURIComponent(`${token}.${signature}`)}`
    return { ...caller({ cookie }), personId, postId, sessionId: id }
  }

  return {
    app,
    db,
    ownerUrl: database.ownerUrl,
    superuserUrl: database.superuserUrl,
    config,
    stranger: caller({}),
    session,
    as: async (posts, person = {}) => {
      const built = await buildPerson(db, { ...person, posts: [posts].flat() })
      return session(built.id, built.posts[0]?.id ?? '')
    },
    withKey: async ({ owner, scopes, reportTypes = [], offices, expiresAt }) => {
      const prefix = randomLetters(8)
      const key = `spk_${prefix}_${randomLetters(32)}`
      const id = v7()
      await db.prisma.apiKey.create({
        data: {
          id,
          name: 'Kunci uji',
          prefix,
          hash: new Uint8Array(keyHash(key)),
          ownerId: owner,
          scopes,
          reportTypes,
          officeIds: offices ?? [],
          region: offices === undefined,
          expiresAt: expiresAt ?? new Date(now().getTime() + 86_400_000),
        },
      })
      const data = { key: id, owner }
      await record(db, { actor: 'system', at: new Date() }, async () =>
        written(null, { stream: 'rights', type: 'key.issued', data, binds: { key: [id] } }),
      )
      return { ...caller({ authorization: `Bearer ${key}` }), keyId: id, key }
    },
    events: async stream =>
      (
        await db.pool.query(`SELECT type, actor, data - 'bound' AS data FROM event WHERE stream = $1 ORDER BY seq`, [
          stream,
        ])
      ).rows,
    close: async did => {
      const wrong = did === 'tampered' ? [] : [...(await differingLines(db)), ...(await differingNames(db))]
      await app.close()
      await db.close()
      await database.dispose()
      await rm(folder, { recursive: true, force: true })
      if (wrong.length > 0)
        throw new Error(`lines or names are not as what they are derived from: ${JSON.stringify(wrong)}`)
    },
  }
}
