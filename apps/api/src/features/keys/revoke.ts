import { lockKey, noEvent, type Queryable, revokeKey, written } from '@sepakat/db'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'DELETE /keys/:id'>, 'params' | 'now'>

/** One revoked before stays as it is. @throws not-found */
export const revoke = async (tx: Queryable, { params: { id }, now }: Asked) => {
  const key = await lockKey(tx, id)
  if (key === null) throw problem('not-found')
  if (key.revokedAt !== null) return noEvent(null)
  await revokeKey(tx, id, now)
  const data = { key: id, person: key.ownerId }
  return written(null, { stream: 'rights', type: 'key.revoked', data, binds: { key: [id] } })
}
