import {
  type Database,
  type KeyRow,
  livesAt,
  reader,
  readKey,
  readSession,
  type SessionRow,
  touchKey,
  touchSession,
} from '@sepakat/db'
import type { FastifyRequest } from 'fastify'
import { problem } from '../problem.ts'
import type { Acting } from './acting.ts'
import { actingByKey } from './actingByKey.ts'
import { actingBySession } from './actingBySession.ts'
import { createAccessMemory } from './createAccessMemory.ts'
import type { Credentials } from './credentials.ts'
import { isOwnMachine } from './isOwnMachine.ts'
import { keyHash } from './keyHash.ts'

const keyTouchMs = 60_000
const sessionTouchMs = 300_000
/** A row that is remembered is of one day, and so is what it may do: it is worked out once. */
const made = new WeakMap<object, Acting>()
const actingOf = (row: object, make: () => Acting): Acting => {
  const known = made.get(row)
  if (known !== undefined) return known
  const acting = make()
  made.set(row, acting)
  return acting
}
const keyUnknown =
  'Kunci API ini tidak dikenal, sudah dicabut, atau sudah lewat masa berlakunya. Mintalah kunci baru kepada pengelola.'
const keyUnanswered =
  'Penanggung jawab kunci API ini tidak aktif atau tidak lagi memegang jabatan. Mintalah pengelola menerbitkan kunci baru atas nama penanggung jawab lain.'

interface Day {
  now: Date
  today: string
}
/** When it is asked. `quietly`: not as a use of the session, which would keep it alive. */
type When = Day & { quietly?: boolean }

/**
 * Tells who asks, by a key in Authorization or else by the session cookie: one small statement for whom it remembers, one that
 * reads all of it for others. Null: no known user.
 * @throws not-signed-in where a key was sent that is good for nothing, saying why
 */
export const createRecognizer = (db: Database, credentials: Credentials, demo: boolean) => {
  const tx = reader(db)
  const remember = createAccessMemory(db)
  const sessions = remember<SessionRow>({ personOf: ({ personId }) => personId, lives: livesAt })
  const keys = remember<KeyRow>({ personOf: ({ ownerId }) => ownerId, lives: ({ expiresAt }, now) => expiresAt > now })
  /** Demo people, whose password anybody can read, act from this machine alone: by a key too. */
  const mayBe = (row: { demo: boolean }, request: FastifyRequest): boolean =>
    !row.demo || (demo && isOwnMachine(request))

  const keyRow = (hash: Buffer, when: Day) => keys(hash.toString('base64'), when, () => readKey(tx, { hash, ...when }))
  const sessionRow = (token: string, when: Day) => sessions(token, when, () => readSession(tx, { token, ...when }))

  const byKey = async (request: FastifyRequest, authorization: string, { now, today }: When): Promise<Acting> => {
    const key = /^[Bb]earer (spk_[0-9A-Z]{8}_[0-9A-Z]{32})$/.exec(authorization)?.[1]
    const row = key === undefined ? null : await keyRow(keyHash(key), { now, today })
    if (row === null || !mayBe(row, request)) throw problem('not-signed-in', { detail: keyUnknown })
    if (!row.answeredFor) throw problem('not-signed-in', { detail: keyUnanswered })
    if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() > keyTouchMs) {
      await touchKey(tx, row.id, now)
      row.lastUsedAt = now
    }
    return actingOf(row, () => actingByKey(row, today))
  }

  const bySession = async (request: FastifyRequest, { now, today, quietly = false }: When): Promise<Acting | null> => {
    const token = credentials.tokenOf(request)
    const row = token === null ? null : await sessionRow(token, { now, today })
    if (row === null || !mayBe(row, request)) return null
    if (!quietly && now.getTime() - row.lastSeenAt.getTime() > sessionTouchMs) {
      await touchSession(tx, row.id, now)
      row.lastSeenAt = now
    }
    return actingOf(row, () => actingBySession(row, today))
  }

  return (request: FastifyRequest, when: When): Promise<Acting | null> => {
    const { authorization } = request.headers
    return authorization === undefined ? bySession(request, when) : byKey(request, authorization, when)
  }
}
