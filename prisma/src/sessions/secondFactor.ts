import { rolesWithSecondFactor } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

/** Whether the person `p` has no second factor though a post held on a day asks for one; demo accounts are exempt. SQL. */
export const lacksSecondFactor = (day: string): string => `(NOT p.demo
  AND EXISTS (SELECT 1 FROM post q WHERE q.person_id = p.id AND q.role IN ('${rolesWithSecondFactor.join("', '")}')
    AND q."from" <= ${day}::date AND (q."to" IS NULL OR q."to" >= ${day}::date))
  AND NOT EXISTS (SELECT 1 FROM second_factor f WHERE f.person_id = p.id AND f.secret IS NOT NULL))`

export interface SecondFactorRow {
  /** Encrypted; null until it is set up. */
  secret: string | null
  /** Encrypted; waits for its first code. */
  pending: string | null
  setUpAt: Date | null
  /** Recovery codes that are not used. */
  codesLeft: number
}

const secondFactor = statement(
  'second-factor',
  `SELECT f.secret, f.pending, f.set_up_at AS "setUpAt",
          (SELECT count(*)::int FROM recovery_code c
           WHERE c.person_id = f.person_id AND c.used_at IS NULL AND c.resets_until IS NULL) AS "codesLeft"
   FROM second_factor f WHERE f.person_id = $1`,
  rowOf<SecondFactorRow>({
    secret: col.text.orNull,
    pending: col.text.orNull,
    setUpAt: col.timestamptz.orNull,
    codesLeft: col.int4.notNull('a count'),
  }),
)

export const readSecondFactor = async (tx: Queryable, personId: string): Promise<SecondFactorRow | null> =>
  (await tx.query(secondFactor, [personId]))[0] ?? null

/** Keeps a secret that waits for its first code, beside the one in use; another that waited is gone. */
export const putPendingFactor = async (tx: Queryable, personId: string, pending: string): Promise<void> => {
  await tx.prisma.secondFactor.upsert({ where: { personId }, create: { personId, pending }, update: { pending } })
}

/** Puts the secret that waited in use; the code of `step` is used. False where it waits no more. */
export const setUpFactor = async (
  tx: Queryable,
  { personId, pending, step, now }: { personId: string; pending: string; step: number; now: Date },
): Promise<boolean> =>
  (
    await tx.prisma.secondFactor.updateMany({
      where: { personId, pending },
      data: { secret: pending, pending: null, lastStep: step, setUpAt: now },
    })
  ).count > 0

const stepUse = statement(
  'second-factor-step',
  `UPDATE second_factor SET last_step = $3 WHERE person_id = $1 AND secret = $2 AND last_step < $3
   RETURNING person_id`,
  { person_id: col.uuid },
)

/** Uses the code of a step up, and all before it: of any number of tries at once one gets true. */
export const useStep = async (
  tx: Queryable,
  { personId, secret, step }: { personId: string; secret: string; step: number },
): Promise<boolean> => (await tx.query(stepUse, [personId, secret, step])).length > 0

/** Takes the second factor away with its recovery codes. */
export const removeFactor = async (tx: Queryable, personId: string): Promise<void> => {
  await tx.prisma.recoveryCode.deleteMany({ where: { personId } })
  await tx.prisma.secondFactor.deleteMany({ where: { personId } })
}

/** Keeps the digests of new recovery codes; those given before are void. */
export const putRecoveryCodes = async (tx: Queryable, personId: string, hashes: string[]): Promise<void> => {
  await tx.prisma.recoveryCode.deleteMany({ where: { personId } })
  await tx.prisma.recoveryCode.createMany({ data: hashes.map(hash => ({ personId, hash })) })
}

/** Keeps the digest of a code that takes the second factor away; one made before is void. */
export const putResetCode = async (
  tx: Queryable,
  { personId, hash, until }: { personId: string; hash: string; until: Date },
): Promise<void> => {
  await tx.prisma.recoveryCode.deleteMany({ where: { personId, resetsUntil: { not: null } } })
  await tx.prisma.recoveryCode.create({ data: { personId, hash, resetsUntil: until } })
}

const recoveryCodeUse = statement(
  'recovery-code-use',
  `UPDATE recovery_code SET used_at = $3
   WHERE person_id = $1 AND hash = $2 AND used_at IS NULL AND (resets_until IS NULL OR resets_until > $3)
   RETURNING resets_until IS NOT NULL AS resets`,
  { resets: col.bool.notNull('IS NOT NULL') },
)

/** Uses a recovery code up: of any number of tries at once one gets it. */
export const useRecoveryCode = async (
  tx: Queryable,
  { personId, hash, now }: { personId: string; hash: string; now: Date },
): Promise<'recovers' | 'resets' | null> => {
  const [row] = await tx.query(recoveryCodeUse, [personId, hash, now])
  return row ? (row.resets ? 'resets' : 'recovers') : null
}
