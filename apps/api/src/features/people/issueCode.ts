import { lockPerson, type Queryable } from '@sepakat/db'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { codeFor } from './codeFor.ts'

type Asked = Pick<Context<'POST /people/:id/codes'>, 'params' | 'actor' | 'now' | 'deps'>

/** @throws not-found, invalid where the person is disabled */
export const issueCode = async (tx: Queryable, { params: { id }, ...asks }: Asked) => {
  const person = await lockPerson(tx, id)
  if (person === null) throw problem('not-found')
  if (person.disabledAt !== null) throw invalid('', 'Aktifkan dahulu orang ini, lalu terbitkan kodenya.')
  return codeFor(tx, person, asks)
}
