import type { ActorId, Anchor } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'

export interface Tick {
  anchor: Anchor
  /** Of what was accepted (`acceptedDigest`); null of one from before ticks had it. */
  digest: string | null
  by: ActorId
  at: Date
}

interface PutTicks {
  submission: string
  n: number
  rows: { anchor: Anchor; digest: string }[]
  ticked: boolean
  by: ActorId
  at: Date
}

const ticksSet = statement(
  'ticks-set',
  `INSERT INTO tick (submission_id, n, anchor, digest, by, at)
       SELECT $1, $2, r.anchor, r.digest, $5, $6 FROM unnest($3::text[], $4::text[]) AS r(anchor, digest)
       ON CONFLICT DO NOTHING RETURNING anchor`,
  { anchor: col.text.as<Anchor>() },
)
const ticksTake = statement(
  'ticks-take',
  'DELETE FROM tick WHERE submission_id = $1 AND n = $2 AND anchor = ANY ($3::text[]) RETURNING anchor',
  { anchor: col.text.as<Anchor>() },
)

/** Sets or takes back ticks of one revision. @returns the anchors that changed, in order */
export const putTicks = async (
  tx: Queryable,
  { submission, n, rows, ticked, by, at }: PutTicks,
): Promise<PutTicks['rows']> => {
  const anchors = rows.map(({ anchor }) => anchor)
  const changed = ticked
    ? await tx.query(ticksSet, [submission, n, anchors, rows.map(({ digest }) => digest), by, at])
    : await tx.query(ticksTake, [submission, n, anchors])
  const found = new Set(changed.map(({ anchor }) => anchor))
  return rows.filter(({ anchor }) => found.has(anchor))
}

/** The ticks of a revision that have a digest, each with the person who set it, in the order of their anchors. */
export const ticksWithPeople = (
  tx: Queryable,
  submission: string,
  n: number,
): Promise<(Tick & { digest: string; person: string | null })[]> => tx.query(ticksBefore, [submission, n])

const ticksCarry = statement(
  'ticks-carry',
  `INSERT INTO tick (submission_id, n, anchor, digest, by, at)
   SELECT submission_id, $3, anchor, digest, by, at FROM tick
   WHERE submission_id = $1 AND n = $2 AND anchor = ANY ($4::text[])`,
)

/** Copies the ticks of these anchors from one revision to another, with who set them and when. */
export const copyTicks = async (
  tx: Queryable,
  { submission, from, to, anchors }: { submission: string; from: number; to: number; anchors: Anchor[] },
): Promise<void> => {
  await tx.query(ticksCarry, [submission, from, to, anchors])
}

/** Drops the ticks that a person has on the newest revision, as when he or she signs it. @returns them, in the order of their anchors */
export const dropTicks = async (
  tx: Queryable,
  { id, latestRevision }: SubmissionRecord,
  person: string,
): Promise<Pick<Tick, 'anchor' | 'digest'>[]> => tx.query(ticksDrop, [id, latestRevision, person])

const personOf = `COALESCE((SELECT p.person_id FROM post p WHERE 'post:' || p.id = k.by),
  (SELECT a.owner_id FROM api_key a WHERE 'key:' || a.id = k.by))`

const ticksBefore = statement(
  'ticks-before',
  `SELECT k.anchor, k.digest, k.by, k.at, ${personOf} AS person
   FROM tick k WHERE k.submission_id = $1 AND k.n = $2 AND k.digest IS NOT NULL ORDER BY k.anchor`,
  rowOf<Tick & { digest: string; person: string | null }>({
    anchor: col.text,
    digest: col.text.notNull('a condition of the statement'),
    by: col.text,
    at: col.timestamptz,
    person: col.uuid.orNull,
  }),
)
const ticksDrop = statement(
  'ticks-drop',
  `WITH dropped AS (DELETE FROM tick k WHERE k.submission_id = $1 AND k.n = $2 AND ${personOf} = $3::uuid
     RETURNING k.anchor, k.digest)
   SELECT anchor, digest FROM dropped ORDER BY anchor`,
  rowOf<Pick<Tick, 'anchor' | 'digest'>>({ anchor: col.text, digest: col.text.orNull }),
)
