import { putLetterhead as putRow, type Queryable, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'PUT /offices/:id/letterhead'>, 'params' | 'body'>

/** @throws not-found */
export const putLetterhead = async (tx: Queryable, { params: { id }, body }: Asked) => {
  if (!(await putRow(tx, id, body))) throw problem('not-found')
  const data = { office: id, change: 'letterhead', ...body }
  return written(body, { stream: 'rights', type: 'office.changed', data })
}
