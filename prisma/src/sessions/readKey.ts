import type { ReportType, Role } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import { accessVersionOf } from './accessVersions.ts'

export interface KeyRow {
  id: string
  name: string
  ownerId: string
  ownerName: string
  demo: boolean
  scopes: string[]
  reportTypes: ReportType[]
  officeIds: string[]
  region: boolean
  expiresAt: Date
  lastUsedAt: Date | null
  /** See `readAccessVersions`. */
  accessVersion: string
  /** Its owner is not disabled and holds a post today: somebody answers for what it does. */
  answeredFor: boolean
  /** The owner's posts of today, oldest first, each with those offices that the key reaches too. */
  ownerPosts: OwnerPostRow[]
}
interface OwnerPostRow {
  role: Role
  reportTypes: ReportType[]
  officeIds: string[]
  region: boolean
  from: string
  to: string | null
}

const ownerPosts = `COALESCE((
  SELECT json_agg(json_build_object('role', t.role, 'reportTypes', t.report_types, 'from', t."from", 'to', t."to",
    'region', k.region AND t.region, 'officeIds', CASE
      WHEN k.region THEN t.office_ids WHEN t.region THEN k.office_ids
      ELSE ARRAY(SELECT o.id FROM office o WHERE (o.id = ANY (k.office_ids) AND o.path && t.office_ids)
                                              OR (o.id = ANY (t.office_ids) AND o.path && k.office_ids)) END)
    ORDER BY t."from", t.id)
  FROM post t WHERE t.person_id = k.owner_id AND t."from" <= $3::date AND (t."to" IS NULL OR t."to" >= $3::date)), '[]')`

/** Whether the owner `p` of a key is not disabled and holds a post on a day. SQL. */
export const answersFor = (day: string): string => `(p.disabled_at IS NULL AND EXISTS (
  SELECT 1 FROM post t WHERE t.person_id = p.id AND t."from" <= ${day}::date AND (t."to" IS NULL OR t."to" >= ${day}::date)))`

const keyRead = statement(
  'key-read',
  `SELECT k.id, k.name, k.owner_id AS "ownerId", p.name AS "ownerName", p.demo, k.scopes, k.report_types AS "reportTypes",
          k.office_ids AS "officeIds", k.region, k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt",
          ${accessVersionOf('p.id')} AS "accessVersion", ${answersFor('$3')} AS "answeredFor", ${ownerPosts} AS "ownerPosts"
   FROM api_key k JOIN person p ON p.id = k.owner_id
   WHERE k.hash = $1 AND k.revoked_at IS NULL AND k.expires_at > $2`,
  rowOf<KeyRow>({
    id: col.uuid,
    name: col.text,
    ownerId: col.uuid,
    ownerName: col.text,
    demo: col.bool,
    scopes: col.texts.notNull('always written'),
    reportTypes: col.texts.as<ReportType[]>().notNull('always written'),
    officeIds: col.uuids.notNull('always written'),
    region: col.bool,
    expiresAt: col.timestamptz,
    lastUsedAt: col.timestamptz.orNull,
    accessVersion: col.text.notNull('of what is coalesced'),
    answeredFor: col.bool.notNull('of what is not null'),
    ownerPosts: col.json.as<OwnerPostRow[]>().notNull('coalesced'),
  }),
)

/** A key that is neither expired nor revoked. `hash` is SHA-256 of the whole key. */
export const readKey = async (
  tx: Queryable,
  { hash, now, today }: { hash: Buffer; now: Date; today: string },
): Promise<KeyRow | null> => (await tx.query(keyRead, [hash, now, today]))[0] ?? null

const keyTouch = statement('key-touch', 'UPDATE api_key SET last_used_at = $2 WHERE id = $1')

export const touchKey = async (tx: Queryable, id: string, now: Date): Promise<void> => {
  await tx.query(keyTouch, [id, now])
}
