import type { OwnersPost, Permission, ReportType } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { answersFor } from '../sessions/readKey.ts'
import { col, rowOf, statement } from '../statement.ts'

export interface KeyLine {
  id: string
  name: string
  prefix: string
  owner: string
  ownerId: string
  /** The owner's posts of today. */
  ownerPosts: OwnersPost[]
  /** Its owner is not disabled and holds a post; else it opens nothing. */
  answeredFor: boolean
  scopes: Permission[]
  reportTypes: ReportType[]
  region: boolean
  offices: { id: string; name: string }[]
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
  createdAt: Date
}
export interface KeyIn {
  name: string
  prefix: string
  /** SHA-256 of the whole key. */
  hash: Buffer
  ownerId: string
  scopes: string[]
  reportTypes: ReportType[]
  region: boolean
  offices: string[]
  expiresAt: Date
}

/** `$1` is the day. By SQL: names of offices are a view, and who answers for a key is asked as at its use. */
const columns = `k.id, k.name, k.prefix, p.name AS owner, k.owner_id AS "ownerId",
  COALESCE((SELECT json_agg(json_build_object('role', t.role, 'to', t."to")) FROM post t
            WHERE t.person_id = k.owner_id AND t."from" <= $1::date AND (t."to" IS NULL OR t."to" >= $1::date)), '[]') AS "ownerPosts",
  ${answersFor('$1')} AS "answeredFor", k.scopes, k.report_types AS "reportTypes", k.region,
  COALESCE((SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name)
            FROM office_now o WHERE o.id = ANY (k.office_ids)), '[]') AS offices,
  k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt", k.created_at AS "createdAt"`

const keyLine = rowOf<KeyLine>({
  id: col.uuid,
  name: col.text,
  prefix: col.text,
  owner: col.text,
  ownerId: col.uuid,
  ownerPosts: col.json.as<OwnersPost[]>().notNull('coalesced'),
  answeredFor: col.bool.notNull('of what is not null'),
  scopes: col.texts.as<Permission[]>().notNull('always written'),
  reportTypes: col.texts.as<ReportType[]>().notNull('always written'),
  region: col.bool,
  offices: col.json.as<KeyLine['offices']>().notNull('coalesced'),
  expiresAt: col.timestamptz,
  revokedAt: col.timestamptz.orNull,
  lastUsedAt: col.timestamptz.orNull,
  createdAt: col.timestamptz,
})
const keysList = statement(
  'keys-list',
  `SELECT ${columns} FROM api_key k JOIN person p ON p.id = k.owner_id
   WHERE $2::uuid IS NULL OR k.id < $2 ORDER BY k.id DESC LIMIT $3`,
  keyLine,
)

/** A page of keys, newest first, one more than asked for where there are more. */
export const listKeys = (
  tx: Queryable,
  { limit, after, today }: { limit: number; after?: string; today: string },
): Promise<KeyLine[]> => tx.query(keysList, [today, after ?? null, limit + 1])

export const addKey = async (
  tx: Queryable,
  { name, prefix, hash, ownerId, scopes, reportTypes, region, offices: officeIds, expiresAt }: KeyIn,
): Promise<string> => {
  const id = v7()
  const reach = { scopes, reportTypes, region, officeIds }
  await tx.prisma.apiKey.create({
    data: { id, name, prefix, hash: new Uint8Array(hash), ownerId, ...reach, expiresAt },
  })
  return id
}

const keyRead = statement(
  'key-line',
  `SELECT ${columns} FROM api_key k JOIN person p ON p.id = k.owner_id WHERE k.id = $2`,
  keyLine,
)

/** A key as it is listed; null where there is none. */
export const readKeyLine = async (tx: Queryable, id: string, today: string): Promise<KeyLine | null> =>
  (await tx.query(keyRead, [today, id]))[0] ?? null

const keyLock = statement(
  'key-lock',
  'SELECT owner_id AS "ownerId", revoked_at AS "revokedAt" FROM api_key WHERE id = $1 FOR UPDATE',
  { ownerId: col.uuid, revokedAt: col.timestamptz.orNull },
)

/** Locks a key for a change and gives who answers for it, and since when it opens nothing. */
export const lockKey = async (tx: Queryable, id: string): Promise<{ ownerId: string; revokedAt: Date | null } | null> =>
  (await tx.query(keyLock, [id]))[0] ?? null

/** Another person answers for the key from now on. */
export const giveKey = async (tx: Queryable, id: string, { from, to }: { from: string; to: string }): Promise<void> => {
  await tx.prisma.apiKey.update({ where: { id }, data: { ownerId: to, formerOwnerIds: { push: from } } })
}

export const revokeKey = async (tx: Queryable, id: string, now: Date): Promise<void> => {
  await tx.prisma.apiKey.update({ where: { id }, data: { revokedAt: now } })
}
