import { type ActorId, type Role, type Seconder, strangerDays } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { dateOf } from '../days.ts'
import { holdsOn } from '../people/holdsOn.ts'
import { col, rowOf, statement } from '../statement.ts'

/**
 * Who is there by whom of late, by SQL since it is recursive: `hands` are the posts of person `$1` and of all whom he or she, or they in turn, made or
 * appointed; `made` is what those did; `makers` are who made `$1` so, or made who did. Who was let back in counts as made, and a
 * post that was over and was lengthened as given. `$3` is now.
 */
const ofLate = `RECURSIVE recent AS MATERIALIZED (
    SELECT at, actor, data ->> 'person' AS person,
           CASE WHEN type IN ('post.granted', 'post.ended') THEN data ->> 'post' END AS post
    FROM event WHERE stream = 'rights' AND at > $3::timestamptz - interval '${strangerDays} days'
      AND (type IN ('person.created', 'post.granted')
           OR (type IN ('person.changed', 'post.ended') AND data ->> 'revives' = 'true'))),
  hands (actor) AS (
    SELECT 'post:' || id FROM post WHERE person_id = $1::uuid
    UNION
    SELECT 'post:' || t.id FROM hands h JOIN recent r ON r.actor = h.actor
      JOIN post t ON CASE WHEN r.post IS NULL THEN t.person_id::text = r.person ELSE t.id::text = r.post END),
  made AS (SELECT r.* FROM recent r JOIN hands h ON h.actor = r.actor),
  makers (person) AS (
    SELECT $1::uuid
    UNION
    SELECT t.person_id FROM makers m JOIN recent r ON r.person = m.person::text JOIN post t ON 'post:' || t.id = r.actor
      WHERE r.post IS NULL
        OR EXISTS (SELECT 1 FROM post g WHERE g.id::text = r.post AND g.role IN ('admin', 'coordinator')))`

const seconders = statement(
  'seconders',
  `WITH ${ofLate}
   SELECT p.id AS person, t.id AS post, t.role, t.region,
     (SELECT max(m.at) FROM made m WHERE m.post IS NULL AND m.person = p.id::text) AS "madeByAsker",
     (SELECT max(m.at) FROM made m WHERE m.post = t.id::text) AS "grantedByAsker",
     p.id IN (SELECT person FROM makers) AS "madeAsker"
   FROM post t JOIN person p ON p.id = t.person_id
   WHERE t.role IN ('admin', 'approver') AND t.region AND t."from" <= $2::date AND (t."to" IS NULL OR t."to" >= $2::date)
     AND p.disabled_at IS NULL AND ($4 OR NOT p.demo) AND EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id)`,
  rowOf<Seconder>({
    person: col.uuid,
    post: col.uuid,
    role: col.text.as<Role>(),
    region: col.bool,
    madeByAsker: col.timestamptz.orNull,
    grantedByAsker: col.timestamptz.orNull,
    madeAsker: col.bool.notNull('of ids that are not null'),
  }),
)

/** The posts by which somebody who can sign in could second what a person asks; demo accounts only with `demo`. */
export const secondersOf = (
  tx: Queryable,
  { asker, today, now, demo }: { asker: string; today: string; now: Date; demo: boolean },
): Promise<Seconder[]> => tx.query(seconders, [asker, today, now, demo])

const madeOrAppointed = statement(
  'made-or-appointed',
  `WITH ${ofLate}
   SELECT 1 FROM made WHERE CASE WHEN post IS NULL THEN person = $2 ELSE post = $4 END
   UNION ALL SELECT 1 FROM makers WHERE person::text = $2 LIMIT 1`,
)

/** Whether one person made the other of late, or appointed the other at the post in hand, themselves or by whom they made. */
export const areOneMaking = async (
  tx: Queryable,
  { of, person, post, now }: { of: string; person: string; post: string; now: Date },
): Promise<boolean> => (await tx.query(madeOrAppointed, [of, person, now, post])).length > 0

/** Whether the post still hands out rights today: what it asked while it did is not done for one who may no more. */
export const stillManages = async (tx: Queryable, actor: ActorId, today: string): Promise<boolean> => {
  if (!actor.startsWith('post:')) return false
  const id = actor.slice('post:'.length)
  const post = await tx.prisma.post.findFirst({
    where: { id, role: 'admin', ...holdsOn(today), person: { disabledAt: null } },
    select: { id: true },
  })
  return post !== null
}

/** Whether a person has a post of one of these roles that has not ended. */
export const holdsAny = async (
  tx: Queryable,
  { person, roles, today }: { person: string; roles: readonly Role[]; today: string },
): Promise<boolean> => {
  const post = await tx.prisma.post.findFirst({
    where: { personId: person, role: { in: [...roles] }, OR: [{ to: null }, { to: { gte: dateOf(today) } }] },
    select: { id: true },
  })
  return post !== null
}
