import { maySecond, type Seconder, strangerDays } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** `post:` of every post a person `$n` ever held. SQL. */
const actorsOf = (person: string): string => `ARRAY(SELECT 'post:' || id FROM post WHERE person_id = ${person})`
const recently = `stream = 'rights' AND at > $3::timestamptz - interval '${strangerDays} days'`

/** The posts by which somebody who can sign in could second what a person asks; demo accounts only with `demo`. */
export const secondersOf = (
  tx: Queryable,
  { asker, today, now, demo }: { asker: string; today: string; now: Date; demo: boolean },
): Promise<Seconder[]> =>
  tx.query<Seconder>(
    'seconders',
    `WITH recent AS MATERIALIZED (
       SELECT type, at, data FROM event
       WHERE ${recently} AND type IN ('person.created', 'post.granted') AND actor = ANY (${actorsOf('$1::uuid')}))
     SELECT p.id AS person, t.id AS post, t.role, t.region,
       (SELECT max(r.at) FROM recent r WHERE r.type = 'person.created' AND r.data ->> 'person' = p.id::text) AS "madeByAsker",
       (SELECT max(r.at) FROM recent r WHERE r.type = 'post.granted' AND r.data ->> 'post' = t.id::text) AS "grantedByAsker"
     FROM post t JOIN person p ON p.id = t.person_id
     WHERE t.role IN ('admin', 'approver') AND t.region AND t."from" <= $2::date AND (t."to" IS NULL OR t."to" >= $2::date)
       AND p.disabled_at IS NULL AND ($4 OR NOT p.demo) AND EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id)`,
    [asker, today, now, demo],
  )

/** Whether one person made another, or appointed him or her at this post, so lately that neither decides on what the other asked. */
export const isCreature = async (
  tx: Queryable,
  { of, person, post, now }: { of: string; person: string; post: string; now: Date },
): Promise<boolean> => {
  const [row] = await tx.query<Pick<Seconder, 'madeByAsker' | 'grantedByAsker'>>(
    'made-or-appointed',
    `SELECT max(at) FILTER (WHERE type = 'person.created' AND data ->> 'person' = $2) AS "madeByAsker",
            max(at) FILTER (WHERE type = 'post.granted' AND data ->> 'post' = $4) AS "grantedByAsker"
     FROM event WHERE ${recently} AND type IN ('person.created', 'post.granted') AND actor = ANY (${actorsOf('$1::uuid')})`,
    [of, person, now, post],
  )
  return !maySecond({ ...row!, person, post, role: 'approver', region: true }, { asker: of, now })
}

/** Whether the post still hands out rights today: what it asked while it did is not done for one who may no more. */
export const stillManages = async (tx: Queryable, actor: string, today: string): Promise<boolean> => {
  const rows = await tx.query(
    'seconding-asker',
    `SELECT 1 FROM post t JOIN person p ON p.id = t.person_id
     WHERE 'post:' || t.id = $1 AND t.role = 'admin' AND t."from" <= $2::date AND (t."to" IS NULL OR t."to" >= $2::date)
       AND p.disabled_at IS NULL`,
    [actor, today],
  )
  return rows.length > 0
}

/** Whether a person has a post of one of these roles that has not ended. */
export const holdsAny = async (
  tx: Queryable,
  { person, roles, today }: { person: string; roles: readonly string[]; today: string },
): Promise<boolean> => {
  const rows = await tx.query(
    'person-holds',
    `SELECT 1 FROM post WHERE person_id = $1 AND role = ANY ($2) AND ("to" IS NULL OR "to" >= $3::date) LIMIT 1`,
    [person, roles, today],
  )
  return rows.length > 0
}
