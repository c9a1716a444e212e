import {
  addPerson,
  appendEvent,
  changePerson,
  endSessions,
  isLastAdmin,
  listPeople,
  lockPerson,
  type PersonIn,
  type PersonRow,
  putCode,
  reader,
  readPerson,
} from '@sepakat/db'
import { randomLetters } from '../../http/credentials.ts'
import { pageOf, readCursor, writeCursor } from '../../http/cursor.ts'
import { invalid, problem } from '../../http/problem.ts'
import { collect, handlers } from '../../http/route.ts'
import { grant, lastAdmin, postHandlers } from './posts.ts'

const codeDays = 7

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
      const id = await addPerson(tx, person)
      await appendEvent(tx, {
        stream: 'rights',
        type: 'person.created',
        actor: actor.id,
        at: now,
        data: { person: id },
      })
      if (post) await grant(tx, { personId: id, post, actor: actor.id, now, at: '/post' })
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
      await appendEvent(tx, { stream: 'rights', type: 'person.changed', actor: actor.id, at: now, data })
      return onWire((await readPerson(tx, id))!)
    }),

  'POST /people/:id/codes': async ({ params: { id }, actor, write, now, deps }) =>
    write(async tx => {
      const person = await lockPerson(tx, id)
      if (person === null) throw problem('not-found')
      if (person.disabledAt !== null) throw invalid('', 'Aktifkan dahulu orang ini, lalu terbitkan kodenya.')
      const letters = randomLetters(10)
      const expiresAt = new Date(now.getTime() + codeDays * 86_400_000)
      const hash = deps.credentials.digest('code', id, letters)
      await putCode(tx, { personId: id, hash, issuedBy: actor.id, now, expiresAt })
      await appendEvent(tx, { stream: 'rights', type: 'code.issued', actor: actor.id, at: now, data: { person: id } })
      return {
        code: `${letters.slice(0, 5)}-${letters.slice(5)}`,
        expiresAt: expiresAt.toISOString(),
        name: person.name,
        signInName: person.nip ?? person.username ?? '',
      }
    }),
})

export const peopleHandlers = collect(people, postHandlers)
