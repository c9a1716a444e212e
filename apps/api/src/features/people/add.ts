import { addPerson, type Queryable, readPerson, written } from '@sepakat/db'
import { secondOrDo } from '#duties/secondOrDo.ts'
import type { Context } from '#http/route.ts'
import { personCreated } from './personCreated.ts'
import { personView } from './view.ts'

type Asked = Pick<Context<'POST /people'>, 'body' | 'actor' | 'now' | 'today' | 'deps'>

/** Adds a person, with a first post where one is named; that may wait for a second person. */
export const add = async (tx: Queryable, { body: { post, ...person }, ...asks }: Asked) => {
  const id = await addPerson(tx, person)
  const given = post && (await secondOrDo<'posts'>(tx, { kind: 'posts', posts: [{ person: id, post }] }, asks, '/post'))
  return written(personView((await readPerson(tx, id))!), personCreated(id), ...(given?.events ?? []))
}
