import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

const everybody = '00000000-0000-0000-0000-000000000000'

const versionOf = (id: string): string =>
  `COALESCE((SELECT v.version FROM access_version v WHERE v.person_id = ${id}), 0)`

/** Which changes a person's access has seen, kept by triggers: equal at two times, so is all that it follows from. SQL. */
export const accessVersionOf = (person: string): string =>
  `${versionOf(person)} || ' ' || ${versionOf(`'${everybody}'`)}`

const accessVersions = statement(
  'access-versions',
  'SELECT person_id AS id, version FROM access_version WHERE person_id = ANY ($1::uuid[])',
  { id: col.uuid, version: col.int8 },
  { small: true },
)

/**
 * The version of the access of each of these persons. What was read of a session or key with a version is still so while the
 * version is the same, whatever wrote: but for the clock, which ends them without a change.
 */
export const readAccessVersions = async (tx: Queryable, people: string[]): Promise<Map<string, string>> => {
  const rows = await tx.query(accessVersions, [[...people, everybody]])
  const known = new Map(rows.map(({ id, version }) => [id, version]))
  const of = (id: string) => known.get(id) ?? '0'
  return new Map(people.map(person => [person, `${of(person)} ${of(everybody)}`]))
}
