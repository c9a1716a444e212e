import {
  changePerson,
  lockPerson,
  noEvent,
  type PersonIn,
  type Queryable,
  type ReturnedEvent,
  readPerson,
  writtenAfter,
} from '@sepakat/db'
import { seconded } from '#duties/secondingView.ts'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { personView } from './view.ts'

type Asked = Pick<Context<'PATCH /people/:id'>, 'params' | 'body' | 'actor' | 'now' | 'today' | 'deps'>

/** Names of what changed: history says that a telephone number changed, not to what. */
const changedFields = (before: PersonIn, after: PersonIn): string[] =>
  (['name', 'nip', 'username', 'phone'] as const).filter(field => before[field] !== after[field])

/** Changes the details of a person; disabling or enabling may wait for a second person. */
export const change = async (tx: Queryable, { params: { id }, body, ...asks }: Asked) => {
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
