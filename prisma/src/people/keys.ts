import type { OwnersPost, Permission, ReportType } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { answersFor } from '../sessions/read-key.ts'

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
  /** The last day on which it may be used, in `zone`. */
  expires: string
  zone: string
  today: string
}

/** `$1` is the day. */
const columns = `k.id, k.name, k.prefix, p.name AS owner, k.owner_id AS "ownerId",
  COALESCE((SELECT json_agg(json_build_object('role', t.role, 'to', t."to")) FROM post t
            WHERE t.person_id = k.owner_id AND t."from" <= $1::date AND (t."to" IS NULL OR t."to" >= $1::date)), '[]') AS "ownerPosts",
  ${answersFor('$1')} AS "answeredFor", k.scopes, k.report_types AS "reportTypes", k.region,
  COALESCE((SELECT json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name)
            FROM office_now o WHERE o.id = ANY (k.office_ids)), '[]') AS offices,
  k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt", k.created_at AS "createdAt"`

/** A page of keys, newest first, one more than asked for where there are more. */
export const listKeys = (
  tx: Queryable,
  { limit, after, today }: { limit: number; after?: string; today: string },
): Promise<KeyLine[]> =>
  tx.query<KeyLine>(
    'keys-list',
    `SELECT ${columns} FROM api_key k JOIN person p ON p.id = k.owner_id
     WHERE $2::uuid IS NULL OR k.id < $2 ORDER BY k.id DESC LIMIT $3`,
    [today, after ?? null, limit + 1],
  )

export const addKey = async (tx: Queryable, key: KeyIn): Promise<KeyLine> => {
  const id = v7()
  await tx.query(
    'key-add',
    `INSERT INTO api_key (id, name, prefix, hash, owner_id, scopes, report_types, region, office_ids, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ($10::date + 1)::timestamp AT TIME ZONE $11)`,
    [
      id,
      key.name,
      key.prefix,
      key.hash,
      key.ownerId,
      key.scopes,
      key.reportTypes,
      key.region,
      key.offices,
      key.expires,
      key.zone,
    ],
  )
  return (await readKeyLine(tx, id, key.today))!
}

/** A key as it is listed; null where there is none. */
export const readKeyLine = async (tx: Queryable, id: string, today: string): Promise<KeyLine | null> =>
  (
    await tx.query<KeyLine>(
      'key-line',
      `SELECT ${columns} FROM api_key k JOIN person p ON p.id = k.owner_id WHERE k.id = $2`,
      [today, id],
    )
  )[0] ?? null

/** Another answers for the key from now on. @returns who did before */
export const giveKey = async (tx: Queryable, id: string, owner: string): Promise<string> => {
  const [row] = await tx.query<{ before: string }>(
    'key-give',
    `UPDATE api_key k SET owner_id = $2, former_owner_ids = array_append(k.former_owner_ids, k.owner_id) FROM (SELECT owner_id FROM api_key WHERE id = $1 FOR UPDATE) b
     WHERE k.id = $1 RETURNING b.owner_id AS before`,
    [id, owner],
  )
  return row!.before
}

/** False where there is no such key; one revoked before stays as it is. */
export const revokeKey = async (tx: Queryable, id: string, now: Date): Promise<'revoked' | 'before' | null> => {
  const rows = await tx.query<{ before: Date | null }>(
    'key-revoke',
    `UPDATE api_key k SET revoked_at = COALESCE(k.revoked_at, $2) FROM (SELECT revoked_at FROM api_key WHERE id = $1 FOR UPDATE) b
     WHERE k.id = $1 RETURNING b.revoked_at AS before`,
    [id, now],
  )
  if (rows[0] === undefined) return null
  return rows[0].before === null ? 'revoked' : 'before'
}
