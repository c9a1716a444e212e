import { type Database, reader, readKey, readSession, touchKey, touchSession } from '@sepakat/db'
import type { FastifyRequest } from 'fastify'
import { problem } from '../problem.ts'
import type { Acting } from './acting.ts'
import { actingByKey } from './actingByKey.ts'
import { actingBySession } from './actingBySession.ts'
import type { Credentials } from './credentials.ts'
import { isOwnMachine } from './isOwnMachine.ts'
import { keyHash } from './keyHash.ts'

const keyTouchMs = 60_000
const sessionTouchMs = 300_000
const keyUnknown =
  'Kunci API ini tidak dikenal, sudah dicabut, atau sudah lewat masa berlakunya. Mintalah kunci baru kepada pengelola.'
const keyUnanswered =
  'Penanggung jawab kunci API ini tidak aktif atau tidak lagi memegang jabatan. Mintalah pengelola menerbitkan kunci baru atas nama penanggung jawab lain.'

/** When it is asked. `quietly`: not as a use of the session, which would keep it alive. */
interface When {
  now: Date
  today: string
  quietly?: boolean
}

/**
 * Tells who asks, by a key in Authorization or else by the session cookie: one statement either way. Null: no known user.
 * @throws not-signed-in where a key was sent that is good for nothing, saying why
 */
export const createRecognizer = (db: Database, credentials: Credentials, demo: boolean) => {
  const tx = reader(db)
  /** Demo people, whose password anybody can read, act from this machine alone: by a key too. */
  const mayBe = (row: { demo: boolean }, request: FastifyRequest): boolean =>
    !row.demo || (demo && isOwnMachine(request))

  const byKey = async (request: FastifyRequest, authorization: string, { now, today }: When): Promise<Acting> => {
    const key = /^[Bb]earer (spk_[0-9A-Z]{8}_[0-9A-Z]{32})$/.exec(authorization)?.[1]
    const row = key === undefined ? null : await readKey(tx, { hash: keyHash(key), now, today })
    if (row === null || !mayBe(row, request)) throw problem('not-signed-in', { detail: keyUnknown })
    if (!row.answeredFor) throw problem('not-signed-in', { detail: keyUnanswered })
    if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() > keyTouchMs)
      await touchKey(tx, row.id, now)
    return actingByKey(row, today)
  }

  const bySession = async (request: FastifyRequest, { now, today, quietly = false }: When): Promise<Acting | null> => {
    const token = credentials.tokenOf(request)
    const row = token === null ? null : await readSession(tx, { token, now, today })
    if (row === null || !mayBe(row, request)) return null
    if (!quietly && now.getTime() - row.lastSeenAt.getTime() > sessionTouchMs) await touchSession(tx, row.id, now)
    return actingBySession(row, today)
  }

  return (request: FastifyRequest, when: When): Promise<Acting | null> => {
    const { authorization } = request.headers
    return authorization === undefined ? bySession(request, when) : byKey(request, authorization, when)
  }
}
