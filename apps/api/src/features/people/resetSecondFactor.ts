import { type Queryable, readPerson } from '@sepakat/db'
import { seconded } from '#duties/secondingView.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { personView } from './view.ts'

type Asked = Pick<Context<'POST /people/:id/second-factor/reset'>, 'params' | 'actor' | 'now' | 'today' | 'deps'>

/** Of another who lost it; one's own is moved with a code of it. @throws needs-unmet */
export const resetSecondFactor = async (tx: Queryable, { params: { id: person }, ...asks }: Asked) => {
  if (person === asks.actor.person.id)
    throw problem('needs-unmet', {
      detail: 'Yang Anda sendiri hanya dapat dipindahkan atau dilepas di halaman Akun.',
    })
  const act = { kind: 'second-factor', person } as const
  return seconded(tx, act, asks, async () => personView((await readPerson(tx, person))!))
}
