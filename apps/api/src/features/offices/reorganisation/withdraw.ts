import { type Queryable, withdrawReorganisation, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'DELETE /offices/:id/reorganisation'>, 'params'>

/** @throws not-found where none of this office waits */
export const withdraw = async (tx: Queryable, { params: { id } }: Asked) => {
  const reorganisation = await withdrawReorganisation(tx, id)
  if (reorganisation === null) throw problem('not-found')
  const data = { office: id, change: 'reorganisation-withdrawn', reorganisation }
  return written(null, { stream: 'rights', type: 'office.changed', data })
}
