import { type ActorId, type Role, titleOfPost } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

/** Who did it, as people read it. */
export interface Named {
  actor: ActorId
  name: string
  title: string
}

/** What the database knows of an actor; null where it is no longer there, or the system itself. */
export type ActorRow = { name: string; title: string; role: Role | null; acting: string | null } | null

/** An actor that is no longer known keeps its id and an empty name. */
export const named = (actor: ActorId, row: ActorRow): Named => {
  if (row === null) return { actor, name: actor === 'system' ? 'Sistem' : '', title: '' }
  return { actor, name: row.name, title: titleOfPost(row) }
}

const ofPost = `json_build_object('name', p.name, 'title', t.title, 'role', t.role, 'acting', t.acting)`
const ofKey = `json_build_object('name', k.name, 'title', 'Program', 'role', NULL, 'acting', NULL)`

/**
 * SQL for the id of an actor of this kind, else null. By itself, whatever is asked around it: where a row that is to be locked
 * was changed meanwhile, PostgreSQL reads all subqueries again, also those of the branches that are not taken.
 */
const idAfter = (actor: string, kind: 'post:' | 'key:'): string =>
  `CASE WHEN ${actor} LIKE '${kind}%' THEN substr(${actor}, ${kind.length + 1})::uuid END`

/** An `ActorRow` for a column that holds an actor. SQL for a scalar subquery, where few rows are read. */
export const actorRow = (actor: string): string => `CASE
  WHEN ${actor} LIKE 'post:%' THEN (SELECT ${ofPost} FROM post t JOIN person p ON p.id = t.person_id WHERE t.id = ${idAfter(actor, 'post:')})
  WHEN ${actor} LIKE 'key:%' THEN (SELECT ${ofKey} FROM api_key k WHERE k.id = ${idAfter(actor, 'key:')}) END`

/** Those of these columns of one row that hold posts, by their ids: `known` of `actorNames`. SQL for a scalar subquery. */
export const postRows = (...actors: string[]): string => `COALESCE((SELECT json_object_agg('post:' || t.id, ${ofPost})
  FROM post t JOIN person p ON p.id = t.person_id WHERE t.id = ANY (ARRAY[${actors.map(actor => idAfter(actor, 'post:')).join(', ')}])), '{}')`

const actorNamesSql = statement(
  'actor-names',
  `SELECT 'post:' || t.id AS actor, ${ofPost} AS row FROM post t JOIN person p ON p.id = t.person_id WHERE t.id = ANY ($1::uuid[])
         UNION ALL SELECT 'key:' || k.id, ${ofKey} FROM api_key k WHERE k.id = ANY ($1::uuid[])`,
  {
    actor: col.text.as<ActorId>().notNull('of NOT NULL columns'),
    row: col.json.as<ActorRow>().notNull('of NOT NULL columns'),
  },
)

/** Names and titles of posts, keys and the system itself; those that are known already are not read. */
export const actorNames = async (
  tx: Queryable,
  actors: Iterable<ActorId | null>,
  known: Record<string, ActorRow> = {},
): Promise<(actor: ActorId) => Named> => {
  const ids = [...new Set(actors)].filter(actor => actor !== null && actor !== 'system' && !(actor in known))
  const rows = ids.length === 0 ? [] : await tx.query(actorNamesSql, [ids.map(id => id!.split(':')[1])])
  const read = new Map(rows.map(({ actor, row }) => [actor, row]))
  return actor => named(actor, known[actor] ?? read.get(actor) ?? null)
}
