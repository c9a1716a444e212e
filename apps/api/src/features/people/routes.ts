import { listPeople, reader, readPerson } from '@sepakat/db'
import { answerOf } from '#duties/secondingView.ts'
import { pageOf, readCursor, writeCursor } from '#http/cursor.ts'
import { problem } from '#http/problem.ts'
import { handlers } from '#http/route.ts'
import { add } from './add.ts'
import { change } from './change.ts'
import { importPeople } from './importPeople.ts'
import { issueCode } from './issueCode.ts'
import { judgePeople } from './judgePeople.ts'
import { endPost, givePost } from './posts.ts'
import { resetSecondFactor } from './resetSecondFactor.ts'
import { personView } from './view.ts'

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
