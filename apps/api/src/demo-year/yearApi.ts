import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { type Database, putSession, transaction } from '@sepakat/db'
import { v7 } from 'uuid'
import { diskStore } from '#storage/diskStore.ts'
import { buildApp } from '../buildApp.ts'
import type { Config } from '../config.ts'

/** A request of somebody at an instant. */
export interface YearRequest {
  by: string
  at: Date
  method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  path: string
  body?: object | Buffer
  headers?: Record<string, string>
}
export interface YearApi {
  /** @throws where it is answered with a problem */
  ask: <T>(request: YearRequest) => Promise<T>
  close: () => Promise<void>
}

/**
 * The product's own API, whole, in this process and for this one use: its clock shows the instant of each request, so that what is
 * written is what it would have written then. Sessions are opened for the people of the demo and removed at the end.
 * @param until the last instant of any request
 */
export const yearApi = async (db: Database, config: Config, until: Date): Promise<YearApi> => {
  const instant = new AsyncLocalStorage<Date>()
  const storage = await diskStore(config.filesDir)
  const app = await buildApp({ db, config, storage, clock: () => instant.getStore() ?? new Date() })
  const cookies = new Map<string, Promise<string>>()
  const opened: string[] = []

  const openSession = async (username: string): Promise<string> => {
    const person = await db.prisma.person.findUniqueOrThrow({
      where: { username },
      select: { id: true, posts: { select: { id: true }, orderBy: { id: 'asc' } } },
    })
    const [token, id] = [randomBytes(24).toString('base64url'), v7()]
    opened.push(id)
    const post = { postId: person.posts[0]?.id ?? null, address: '127.0.0.1', userAgent: 'demo', now: until }
    await transaction(db, async tx => putSession(tx, { id, personId: person.id, token, ...post }))
    const name = config.secureCookies ? '__Host-sepakat' : 'sepakat'
    return `${name}=${encodeURIComponent(app.signCookie(token))}`
  }
  const cookieOf = (username: string): Promise<string> => {
    const known = cookies.get(username) ?? openSession(username)
    cookies.set(username, known)
    return known
  }

  return {
    ask: async <T>({ by, at, method, path, body, headers }: YearRequest): Promise<T> => {
      const cookie = await cookieOf(by)
      const own = { origin: config.publicUrl, cookie, ...headers }
      // awaited inside, for an injected request starts only when it is waited for
      const answer = await instant.run(
        at,
        async () => await app.inject({ method, url: `/api/v1${path}`, headers: own, ...(body && { payload: body }) }),
      )
      if (answer.statusCode >= 400)
        throw new Error(`${by} ${method} ${path}: ${answer.statusCode} ${answer.body.slice(0, 2000)}`)
      return answer.json() as T
    },
    close: async () => {
      await db.prisma.session.deleteMany({ where: { id: { in: opened } } })
      await app.close()
    },
  }
}
