import { createHash } from 'node:crypto'
import {
  type Database,
  type KeyRow,
  reader,
  readKey,
  readSession,
  type SessionRow,
  touchKey,
  touchSession,
} from '@sepakat/db'
import {
  type AccessPost,
  keyScopes,
  may,
  type Permission,
  permissionsOf,
  type ReportType,
  reachOf,
} from '@sepakat/rules'
import type { FastifyRequest } from 'fastify'
import type { Acting } from './acting.ts'
import type { Credentials } from './credentials.ts'
import { isOwnMachine } from './own-machine.ts'
import { problem } from './problem.ts'

const keyTouchMs = 60_000
const sessionTouchMs = 300_000
const known = new Set<string>(keyScopes)
/** What a key was given before it could no more be given counts no more either. */
const isScope = (scope: string): scope is Permission => known.has(scope)

/** The part of a key that its list shows. */
export const prefixOf = (authorization: string | undefined): string | null =>
  /^[Bb]earer spk_([0-9A-Z]{8})_/.exec(authorization ?? '')?.[1] ?? null

export const keyHash = (key: string): Buffer => createHash('sha256').update(key).digest()

const reach = (row: Pick<KeyRow, 'reportTypes' | 'region' | 'officeIds'>) => ({
  reportTypes: row.reportTypes,
  region: row.region,
  officeIds: row.officeIds,
})
const span = ({ reportTypes, region, officeIds }: ReturnType<typeof reach>) => ({
  reportTypes: reportTypes.length > 0 ? reportTypes : null,
  offices: region ? null : officeIds,
})
const always = { from: '0001-01-01', to: null }

/** Of both; null where they have none in common. Empty means all. */
const typesOfBoth = (one: ReportType[], other: ReportType[]): ReportType[] | null => {
  if (one.length === 0 || other.length === 0) return [...one, ...other]
  const both = one.filter(type => other.includes(type))
  return both.length > 0 ? both : null
}

/** A post of the owner, as far as the key reaches; none where they share no report type. */
const ownersPost = (key: KeyRow, { role, from, to, ...post }: KeyRow['ownerPosts'][number]): AccessPost[] => {
  const reportTypes = typesOfBoth(key.reportTypes, post.reportTypes)
  return reportTypes === null ? [] : [{ kind: 'post', role, from, to, ...span({ ...post, reportTypes }) }]
}

/** A key does what it was given and its owner may today; for the plan, as far as both reach. */
const actingByKey = (row: KeyRow, today: string): Acting => {
  const scopes = row.scopes.filter(isScope)
  const owner = row.ownerPosts.flatMap(post => ownersPost(row, post))
  const access = { kind: 'key', scopes, owner, ...span(reach(row)), ...always } satisfies Acting['access']
  const plan = reachOf(access, 'plan.manage', today)
  return {
    id: `key:${row.id}`,
    person: { id: row.ownerId, name: row.ownerName },
    via: 'key',
    access,
    permissions: new Set(scopes.filter(scope => may(access, scope, { today }))),
    ...(plan === null
      ? reach(row)
      : {
          reportTypes: plan.reportTypes ?? [],
          region: plan.offices === null,
          officeIds: plan.offices ?? [],
        }),
    session: null,
    key: { id: row.id, name: row.name, expiresAt: row.expiresAt },
  }
}

const actingBySession = (row: SessionRow): Acting => {
  const { postId, role, reportTypes, officeIds, region, from, to } = row
  const common = {
    person: { id: row.personId, name: row.name },
    via: 'session',
    session: {
      id: row.id,
      mustChangePassword: row.mustChangePassword,
      lacksSecondFactor: row.lacksSecondFactor,
    },
    key: null,
  } as const
  if (postId === null || role === null || from === null) {
    const nothing = { reportTypes: [], region: false, officeIds: [] }
    const access = { kind: 'key', scopes: [], owner: [], ...span(nothing), ...always } satisfies Acting['access']
    return { ...common, id: 'system', access, permissions: new Set(), ...nothing }
  }
  const own = { reportTypes: reportTypes ?? [], region: region === true, officeIds: officeIds ?? [] }
  return {
    ...common,
    id: `post:${postId}`,
    access: { kind: 'post', role, ...span(own), from, to },
    permissions: new Set(permissionsOf[role]),
    ...own,
  }
}

const keyUnknown =
  'Kunci API ini tidak dikenal, sudah dicabut, atau sudah lewat masa berlakunya. Mintalah kunci baru kepada pengelola.'
const keyUnanswered =
  'Penanggung jawab kunci API ini tidak aktif atau tidak lagi memegang jabatan. Mintalah pengelola menerbitkan kunci baru atas nama penanggung jawab lain.'

/** `quietly`: not as a use of the session, which would keep it alive. */
export interface Moment {
  now: Date
  today: string
  quietly?: boolean
}

/**
 * Tells who asks, by a key in Authorization or else by the session cookie: one statement either way. Null: nobody known.
 * @throws not-signed-in where a key was sent that is good for nothing, saying why
 */
export const createRecognize = (db: Database, credentials: Credentials, demo: boolean) => {
  const tx = reader(db)
  /** Demo people, whose password anybody can read, act from this machine alone: by a key too. */
  const mayBe = (row: { demo: boolean }, request: FastifyRequest): boolean =>
    !row.demo || (demo && isOwnMachine(request))

  const byKey = async (request: FastifyRequest, authorization: string, { now, today }: Moment): Promise<Acting> => {
    const key = /^[Bb]earer (spk_[0-9A-Z]{8}_[0-9A-Z]{32})$/.exec(authorization)?.[1]
    const row = key === undefined ? null : await readKey(tx, { hash: keyHash(key), now, today })
    if (row === null || !mayBe(row, request)) throw problem('not-signed-in', { detail: keyUnknown })
    if (!row.answeredFor) throw problem('not-signed-in', { detail: keyUnanswered })
    if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() > keyTouchMs)
      await touchKey(tx, row.id, now)
    return actingByKey(row, today)
  }

  const bySession = async (
    request: FastifyRequest,
    { now, today, quietly = false }: Moment,
  ): Promise<Acting | null> => {
    const token = credentials.tokenOf(request)
    const row = token === null ? null : await readSession(tx, { token, now, today })
    if (row === null || !mayBe(row, request)) return null
    if (!quietly && now.getTime() - row.lastSeenAt.getTime() > sessionTouchMs) await touchSession(tx, row.id, now)
    return actingBySession(row)
  }

  return (request: FastifyRequest, moment: Moment): Promise<Acting | null> => {
    const { authorization } = request.headers
    return authorization === undefined ? bySession(request, moment) : byKey(request, authorization, moment)
  }
}
