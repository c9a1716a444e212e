import {
  appendEvent,
  changePerson,
  endSessions,
  isLastAdmin,
  listPeople,
  lockPerson,
  type PersonIn,
  type PersonRow,
  reader,
  readPerson,
} from '@sepakat/db'
import { pageOf, readCursor, writeCursor } from '../../http/cursor.ts'
import { invalid, problem } from '../../http/problem.ts'
import { collect, handlers } from '../../http/route.ts'
import { createPerson } from './create-person.ts'
import { importHandlers } from './import.ts'
import { issueCode } from './issue-code.ts'
import { lastAdmin, postHandlers } from './posts.ts'

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

  'POST /people': async ({ body: { post, ...person }, actor, write, now }) =>
    write(async tx => {
      const id = await createPerson(tx, { person, post, actor: actor.id, now })
      return onWire((await readPerson(tx, id))!)
    }),

  'GET /people/:id': async ({ params: { id }, db }) => {
    const person = await readPerson(reader(db), id)
    if (person === null) throw problem('not-found')
    return onWire(person)
  },

  'PATCH /people/:id': async ({ params: { id }, body, actor, write, now, today }) =>
    write(async tx => {
      const before = await lockPerson(tx, id)
      if (before === null) throw problem('not-found')
      const { disabled = before.disabledAt !== null, ...fields } = body
      const after = { ...before, ...fields }
      if (after.nip === null && after.username === null) throw invalid('/nip', 'Isi NIP atau nama pengguna.')
      const shuts = disabled && before.disabledAt === null
      if (shuts && (await isLastAdmin(tx, { person: id }, today))) throw lastAdmin()
      await changePerson(tx, id, { ...after, disabledAt: disabled ? (before.disabledAt ?? now) : null })
      const sessions = shuts ? await endSessions(tx, id) : []
      const data = { person: id, changed: changedFields(before, after), disabled, sessions: sessions.length }
      await appendEvent(tx, {
        stream: 'rights',
        type: 'person.changed',
        actor: actor.id,
        at: now,
        data,
        binds: { person: [id] },
      })
      return onWire((await readPerson(tx, id))!)
    }),

  'POST /people/:id/codes': async ({ params: { id }, actor, write, now, deps }) =>
    write(async tx => {
      const person = await lockPerson(tx, id)
      if (person === null) throw problem('not-found')
      if (person.disabledAt !== null) throw invalid('', 'Aktifkan dahulu orang ini, lalu terbitkan kodenya.')
      return issueCode(tx, deps, { person, actor: actor.id, now })
    }),
})

export const peopleHandlers = collect(people, importHandlers, postHandlers)
