import { createHash } from 'node:crypto'
import { type ActorId, canonicalJson, type RightsAct, type SecondingStatus } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

export interface SecondingRow {
  id: string
  act: RightsAct
  digest: string
  status: SecondingStatus
  askedBy: ActorId
  askedAt: Date
  /** Who asked, whatever the post. */
  asker: string
  decidedBy: ActorId | null
  decidedAt: Date | null
  reason: string
}

const actDigest = (act: RightsAct): string => createHash('sha256').update(canonicalJson(act)).digest('hex')

// By SQL: who asked is found by the text that names the post.
const columns = `s.id, s.act, s.digest, s.status, s.asked_by AS "askedBy", s.asked_at AS "askedAt", s.decided_by AS "decidedBy",
  s.decided_at AS "decidedAt", s.reason, (SELECT t.person_id FROM post t WHERE 'post:' || t.id = s.asked_by) AS asker`

const secondingRow = rowOf<SecondingRow>({
  id: col.uuid,
  act: col.jsonb.as<RightsAct>(),
  digest: col.text,
  status: col.text.as<SecondingStatus>(),
  askedBy: col.text.as<ActorId>(),
  askedAt: col.timestamptz,
  asker: col.uuid.notNull('posts are never deleted'),
  decidedBy: col.text.as<ActorId>().orNull,
  decidedAt: col.timestamptz.orNull,
  reason: col.text,
})

/** Keeps what was asked: it waits, or (`alone`: why) holds without a second person. @returns its id */
export const addSeconding = async (
  tx: Queryable,
  { act, by, at, alone }: { act: RightsAct; by: ActorId; at: Date; alone?: string },
): Promise<string> => {
  const id = v7()
  const decided = alone !== undefined && { status: 'alone', decidedBy: by, decidedAt: at, reason: alone }
  const asked = { act: JSON.parse(JSON.stringify(act)), digest: actDigest(act), askedBy: by, askedAt: at }
  await tx.prisma.seconding.create({ data: { id, status: 'waiting', ...asked, ...decided } })
  return id
}

const secondingLock = statement(
  'seconding-lock',
  `SELECT ${columns} FROM seconding s WHERE s.id = $1 FOR UPDATE`,
  secondingRow,
)

/** One as it is decided about, locked. */
export const lockSeconding = async (tx: Queryable, id: string): Promise<SecondingRow | null> =>
  (await tx.query(secondingLock, [id]))[0] ?? null

const secondingRead = statement('seconding-read', `SELECT ${columns} FROM seconding s WHERE s.id = $1`, secondingRow)

export const readSeconding = async (tx: Queryable, id: string): Promise<SecondingRow> =>
  (await tx.query(secondingRead, [id]))[0]!

export const decideSeconding = async (
  tx: Queryable,
  id: string,
  {
    status,
    by,
    at,
    reason,
  }: { status: Exclude<SecondingStatus, 'waiting' | 'alone'>; by: ActorId; at: Date; reason: string },
): Promise<void> => {
  await tx.prisma.seconding.update({ where: { id }, data: { status, decidedBy: by, decidedAt: at, reason } })
}

const secondings = statement(
  'secondings',
  `SELECT ${columns} FROM seconding s
   WHERE ($1::boolean IS NULL OR (s.status = 'waiting') = $1) AND ($2::uuid IS NULL OR s.id < $2)
     AND ($3::text IS NULL OR s.act ->> 'person' = $3
          OR jsonb_path_exists(s.act, '$.posts[*] ? (@.person == $p)', jsonb_build_object('p', $3::text)))
   ORDER BY s.id DESC LIMIT $4`,
  secondingRow,
)

/** A page, newest first, one more than asked for where there are more; of one person, or of what waits alone. */
export const listSecondings = (
  tx: Queryable,
  { waiting, person, after, limit }: { waiting?: boolean; person?: string; after?: string; limit: number },
): Promise<SecondingRow[]> => tx.query(secondings, [waiting ?? null, after ?? null, person ?? null, limit + 1])
