import { type Queryable, readKeyLine } from '@sepakat/db'
import { seconded } from '#duties/secondingView.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { keyView } from './view.ts'

type Asked = Pick<Context<'PATCH /keys/:id'>, 'params' | 'body' | 'actor' | 'now' | 'today' | 'deps'>

/** Another person answers for the key from now on. */
export const handOver = async (tx: Queryable, { params: { id }, body: { owner }, ...asks }: Asked) => {
  const from = (await readKeyLine(tx, id, asks.today))?.ownerId
  if (from === undefined) throw problem('not-found')
  const act = { kind: 'key-owner', key: id, from, person: owner } as const
  return seconded(tx, act, asks, async () => keyView((await readKeyLine(tx, id, asks.today))!))
}
