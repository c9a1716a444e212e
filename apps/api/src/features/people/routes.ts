import {
  changePerson,
  listPeople,
  lockPerson,
  noEvent,
  type PersonIn,
  type Queryable,
  type ReturnedEvent,
  reader,
  readPerson,
  readPost,
  writtenAfter,
} from '@sepakat/db'
import { answerOf, seconded } from '#duties/secondingView.ts'
import { pageOf, readCursor, writeCursor } from '#http/cursor.ts'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { add } from './add.ts'
import { importPeople } from './importPeople.ts'
import { issueCode } from './issueCode.ts'
import { judgePeople } from './judgePeople.ts'
import { personView } from './view.ts'

/** Names of what changed: history says that a telephone number changed, not to what. */
const changedFields = (before: PersonIn, after: PersonIn): string[] =>
  (['name', 'nip', 'username', 'phone'] as const).filter(field => before[field] !== after[field])

/** Changes the details of a person; disabling or enabling may wait for a second person. */
const change = async (tx: Queryable, { params: { id }, body, ...asks }: Context<'PATCH /people/:id'>) => {
  const before = await lockPerson(tx, id)
  if (before === null) throw problem('not-found')
  const { disabled, ...fields } = body
  const after = { ...before, ...fields }
  if (after.nip === null && after.username === null)
    throw invalid('/nip', 'Isi NIP atau nama pengguna: dengan itulah ia masuk.')
  const changed = changedFields(before, after)
  const events: ReturnedEvent<'person.changed'>[] = []
  if (changed.length > 0 || disabled === undefined) {
    await changePerson(tx, id, after)
    const data = { person: id, changed, disabled: before.disabledAt !== null, sessions: 0 }
    events.push({ stream: 'rights', type: 'person.changed', data, binds: { person: [id] } })
  }
  const read = async () => personView((await readPerson(tx, id))!)
  if (disabled === undefined || disabled === (before.disabledAt !== null))
    return writtenAfter(events, noEvent({ done: await read() }))
  return writtenAfter(events, await seconded(tx, { kind: 'access', person: id, disabled }, asks, read))
}

const givePost = (tx: Queryable, { params: { id: person }, body: post, ...asks }: Context<'POST /people/:id/posts'>) =>
  seconded(tx, { kind: 'posts', posts: [{ person, post }] }, asks, async made => (await readPost(tx, made!))!)

/** Ends a post on a day, or lengthens it to one. */
const endPost = async (tx: Queryable, { params: { id }, body: { to }, ...asks }: Context<'POST /posts/:id/end'>) => {
  const post = await readPost(tx, id)
  if (post === null) throw problem('not-found')
  const act = { kind: 'post-end', post: id, person: post.personId, to } as const
  return seconded(tx, act, asks, async () => (await readPost(tx, id))!)
}

/** Of another who lost it; one's own is moved with a code of it. @throws needs-unmet */
const resetSecondFactor = async (
  tx: Queryable,
  { params: { id: person }, ...asks }: Context<'POST /people/:id/second-factor/reset'>,
) => {
  if (person === asks.actor.person.id)
    throw problem('needs-unmet', {
      detail: 'Yang Anda sendiri hanya dapat dipindahkan atau dilepas di halaman Akun.',
    })
  const act = { kind: 'second-factor', person } as const
  return seconded(tx, act, asks, async () => personView((await readPerson(tx, person))!))
}

export const peopleHandlers = handlers({
  'GET /people': async ({ query: { q, office, role, state, limit, cursor }, db, today }) => {
    const [name, id] = cursor === undefined ? [] : readCursor(cursor, 2)
    const after = name !== undefined && id !== undefined ? { name, id } : undefined
    const rows = await listPeople(reader(db), { q, office, role, state, limit, after }, today)
    return pageOf(rows.map(personView), limit, last => writeCursor(last.name, last.id))
  },
  'POST /people': asked => asked.write(tx => add(tx, asked)),
  'GET /people/:id': async ({ params: { id }, db }) => {
    const person = await readPerson(reader(db), id)
    if (person === null) throw problem('not-found')
    return personView(person)
  },
  'PATCH /people/:id': async asked => answerOf(await asked.write(tx => change(tx, asked))),
  'POST /people/:id/codes': asked => asked.write(tx => issueCode(tx, asked)),
  'POST /people/:id/second-factor/reset': async asked =>
    answerOf(await asked.write(tx => resetSecondFactor(tx, asked))),
  'POST /people/:id/posts': async asked => answerOf(await asked.write(tx => givePost(tx, asked))),
  'POST /posts/:id/end': async asked => answerOf(await asked.write(tx => endPost(tx, asked))),
  'POST /people/import/preview': async ({ body: { people }, db, today }) => ({
    lines: (await judgePeople(reader(db), people, today)).map(({ line }) => line),
  }),
  'POST /people/import': asked => importPeople(asked),
})
