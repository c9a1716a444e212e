import { noEvent, type Queryable, readKeyLine, revokeKey, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'DELETE /keys/:id'>, 'params' | 'now' | 'today'>

/** One revoked before stays as it is. @throws not-found */
export const revoke = async (tx: Queryable, { params: { id }, now, today }: Asked) => {
  const person = (await readKeyLine(tx, id, today))?.ownerId
  const done = await revokeKey(tx, id, now)
  if (done === null) throw problem('not-found')
  if (done === 'before') return noEvent(null)
  return written(null, { stream: 'rights', type: 'key.revoked', data: { key: id, person }, binds: { key: [id] } })
}
