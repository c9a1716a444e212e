import { type Queryable, readKey } from '@sepakat/db'
import type { AccessActor } from '@sepakat/rules'
import { actingByKey } from '#http/auth/actingByKey.ts'

/** How far the key of a webhook reaches now; null where it opens nothing any more, so that nothing is told either. */
export const webhookAccess = async (
  tx: Queryable,
  hash: Uint8Array,
  { now, today }: { now: Date; today: string },
): Promise<AccessActor | null> => {
  const row = await readKey(tx, { hash: Buffer.from(hash), now, today })
  return row === null || !row.answeredFor ? null : actingByKey(row, today).access
}
