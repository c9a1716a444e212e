import { addPerson, type Queryable, readPerson, written } from '@sepakat/db'
import { secondOrDo } from '#duties/secondOrDo.ts'
import type { Context } from '#http/route.ts'
import { personView } from './view.ts'

/** The event of a person who was added, yet without a post. */
export const personCreated = (id: string) =>
  ({ stream: 'rights', type: 'person.created', data: { person: id }, binds: { person: [id] } }) as const

/** Adds a person, with a first post where one is named; that may wait for a second person. */
export const add = async (
  tx: Queryable,
  { body: { post, ...person }, ...asks }: Pick<Context<'POST /people'>, 'body' | 'actor' | 'now' | 'today' | 'deps'>,
) => {
  const id = await addPerson(tx, person)
  const given = post && (await secondOrDo<'posts'>(tx, { kind: 'posts', posts: [{ person: id, post }] }, asks, '/post'))
  return written(personView((await readPerson(tx, id))!), personCreated(id), ...(given?.events ?? []))
}
