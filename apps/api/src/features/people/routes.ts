import {
  appendEvent,
  changePerson,
  listPeople,
  lockPerson,
  type PersonIn,
  type PersonRow,
  reader,
  readPerson,
} from '@sepakat/db'
import { pageOf, readCursor, writeCursor } from '../../http/cursor.ts'
import { secondOrDo } from '../../http/duties/second-or-do.ts'
import { answerOf, seconded } from '../../http/duties/seconding-view.ts'
import { invalid, problem } from '../../http/problem.ts'
import { collect, handlers } from '../../http/route.ts'
import { createPerson } from './create-person.ts'
import { importHandlers } from './import.ts'
import { issueCode } from './issue-code.ts'
import { postHandlers } from './posts.ts'

const onWire = (person: PersonRow) => ({ ...person, createdAt: person.createdAt.toISOString() })

/** Names of what changed: history says that a telephone number changed, not to what. */
const changedFields = (before: PersonIn, after: PersonIn): string[] =>
  (['name', 'nip', 'username', 'phone'] as const).filter(field => before[field] !== after[field])

const people = handlers({
  'GET /people': async ({ query: { q, office, role, state, limit, cursor }, db, today }) => {
    const [name, id] = cursor === undefined ? [] : readCursor(cursor, 2)
    const after = name !== undefined && id !== undefined ? { name, id } : undefined
    const rows = await listPeople(reader(db), { q, office, role, state, limit, after }, today)
    return pageOf(rows.map(onWire), limit, last => writeCursor(last.name, last.id))
  },

  'POST /people': async ({ body: { post, ...person }, actor, write, now, today, deps }) =>
    write(async tx => {
      const id = await createPerson(tx, { person, actor: actor.id, now })
      if (post)
        await secondOrDo(tx, { kind: 'posts', posts: [{ person: id, post }] }, { actor, now, today, deps }, '/post')
      return onWire((await readPerson(tx, id))!)
    }),

  'GET /people/:id': async ({ params: { id }, db }) => {
    const person = await readPerson(reader(db), id)
    if (person === null) throw problem('not-found')
    return onWire(person)
  },

  'PATCH /people/:id': async ({ params: { id }, body, actor, write, now, today, deps }) => {
    const asks = { actor, now, today, deps }
    const came = await write(async tx => {
      const before = await lockPerson(tx, id)
      if (before === null) throw problem('not-found')
      const { disabled, ...fields } = body
      const after = { ...before, ...fields }
      if (after.nip === null && after.username === null) throw invalid('/nip', 'Isi NIP atau nama pengguna.')
      const changed = changedFields(before, after)
      if (changed.length > 0 || disabled === undefined) {
        await changePerson(tx, id, after)
        const data = { person: id, changed, disabled: before.disabledAt !== null, sessions: 0 }
        const event = { stream: 'rights', actor: actor.id, at: now, data } as const
        await appendEvent(tx, { ...event, type: 'person.changed', binds: { person: [id] } })
      }
      const read = async () => onWire((await readPerson(tx, id))!)
      if (disabled === undefined || disabled === (before.disabledAt !== null)) return { done: await read() }
      return seconded(tx, { kind: 'access', person: id, disabled }, asks, read)
    })
    return answerOf(came)
  },

  'POST /people/:id/codes': async ({ params: { id }, actor, write, now, deps }) =>
    write(async tx => {
      const person = await lockPerson(tx, id)
      if (person === null) throw problem('not-found')
      if (person.disabledAt !== null) throw invalid('', 'Aktifkan dahulu orang ini, lalu terbitkan kodenya.')
      return issueCode(tx, deps, { person, actor: actor.id, now })
    }),
})

const factorHandlers = handlers({
  'POST /people/:id/second-factor/reset': async ({ params: { id: person }, actor, write, now, today, deps }) => {
    if (person === actor.person.id)
      throw problem('needs-unmet', {
        detail: 'Yang Anda sendiri hanya dapat dipindahkan atau dilepas di halaman Akun.',
      })
    const asks = { actor, now, today, deps }
    return answerOf(
      await write(tx =>
        seconded(tx, { kind: 'second-factor', person }, asks, async () => onWire((await readPerson(tx, person))!)),
      ),
    )
  },
})

export const peopleHandlers = collect(people, factorHandlers, importHandlers, postHandlers)
