import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

/** Keeps a new code's hash; codes given before are void. */
export const putCode = async (
  tx: Queryable,
  { now, ...code }: { personId: string; hash: string; issuedBy: string; now: Date; expiresAt: Date },
): Promise<void> => {
  const { personId } = code
  await tx.prisma.oneTimeCode.updateMany({ where: { personId, usedAt: null }, data: { usedAt: now } })
  await tx.prisma.oneTimeCode.create({ data: { ...code, id: v7(), createdAt: now } })
}

const codeUse = statement(
  'code-use',
  `UPDATE one_time_code SET used_at = $3 WHERE person_id = $1 AND hash = $2 AND used_at IS NULL AND expires_at > $3
   RETURNING id`,
  { id: col.uuid },
)

/** Uses a code up: of any number of tries at once one gets true. */
export const useCode = async (
  tx: Queryable,
  { personId, hash, now }: { personId: string; hash: string; now: Date },
): Promise<boolean> => (await tx.query(codeUse, [personId, hash, now])).length > 0

const codeHolds = statement(
  'code-holds',
  'SELECT id FROM one_time_code WHERE person_id = $1 AND hash = $2 AND used_at IS NULL AND expires_at > $3',
  { id: col.uuid },
)

/** Whether a code is still to be used. */
export const holdsCode = async (
  tx: Queryable,
  { personId, hash, now }: { personId: string; hash: string; now: Date },
): Promise<boolean> => (await tx.query(codeHolds, [personId, hash, now])).length > 0

const cleanCodes = statement('clean-codes', 'DELETE FROM one_time_code WHERE expires_at < $1')

/** Codes that expired before this instant. */
export const removeOldCodes = async (tx: Queryable, before: Date): Promise<void> => {
  await tx.query(cleanCodes, [before])
}

const cleanVerifications = statement('clean-verifications', 'DELETE FROM verification WHERE expires_at < $1')

/** Values of the sign-in engine that have expired. */
export const removeOldVerifications = async (tx: Queryable, now: Date): Promise<void> => {
  await tx.query(cleanVerifications, [now])
}
