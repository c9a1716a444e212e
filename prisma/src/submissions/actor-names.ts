import { type ActorId, type Role, roleLabels } from '@sepakat/rules'
import type { Queryable } from '../database.ts'

/** Who did it, as people read it. */
export interface Named {
  actor: ActorId
  name: string
  title: string
}

interface Row {
  actor: ActorId
  name: string
  title: string
  role: Role | null
  acting: string | null
}

const actingLabels: Record<string, string> = { plt: 'Plt. ', plh: 'Plh. ', pj: 'Pj. ' }

/** Names and titles of posts, keys and the system itself. An actor that is no longer known keeps its id and an empty name. */
export const actorNames = async (
  tx: Queryable,
  actors: Iterable<ActorId | null>,
): Promise<(actor: ActorId) => Named> => {
  const ids = [...new Set(actors)].filter(actor => actor !== null && actor !== 'system')
  const rows =
    ids.length === 0
      ? []
      : await tx.query<Row>(
          'actor-names',
          `SELECT 'post:' || t.id AS actor, p.name, t.title, t.role, t.acting FROM post t JOIN person p ON p.id = t.person_id
           WHERE t.id = ANY ($1::uuid[])
           UNION ALL SELECT 'key:' || k.id, k.name, 'Program', NULL, NULL FROM api_key k WHERE k.id = ANY ($1::uuid[])`,
          [ids.map(id => id!.split(':')[1])],
        )
  const named = new Map(
    rows.map(({ actor, name, title, role, acting }) => {
      const words = title === '' && role !== null ? roleLabels[role] : title
      return [actor, { actor, name, title: (actingLabels[acting ?? ''] ?? '') + words }] as const
    }),
  )
  return actor => named.get(actor) ?? { actor, name: actor === 'system' ? 'Sistem' : '', title: '' }
}
