import type { ReportType } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

export interface KeyRow {
  id: string
  ownerId: string
  ownerName: string
  scopes: string[]
  reportTypes: ReportType[]
  officeIds: string[]
  region: boolean
  lastUsedAt: Date | null
}

/** A key that may be used: not expired, not revoked, its owner not disabled. `hash` is SHA-256 of the whole key. */
export const readKey = async (tx: Queryable, { hash, now }: { hash: Buffer; now: Date }): Promise<KeyRow | null> => {
  const rows = await tx.query<KeyRow>(
    'key-read',
    `SELECT k.id, k.owner_id AS "ownerId", p.name AS "ownerName", k.scopes, k.report_types AS "reportTypes",
            k.office_ids AS "officeIds", k.region, k.last_used_at AS "lastUsedAt"
     FROM api_key k JOIN person p ON p.id = k.owner_id AND p.disabled_at IS NULL
     WHERE k.hash = $1 AND k.revoked_at IS NULL AND k.expires_at > $2`,
    [hash, now],
  )
  return rows[0] ?? null
}

export const touchKey = async (tx: Queryable, id: string, now: Date): Promise<void> => {
  await tx.query('key-touch', 'UPDATE api_key SET last_used_at = $2 WHERE id = $1', [id, now])
}
