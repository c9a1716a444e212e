import { extendObligation, lockToExtend, type Queryable, submissionStream, written } from '@sepakat/db'
import { reportTypeOf } from '@sepakat/rules'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { isInReach } from '#submissions/asker.ts'

type Asked = Pick<Context<'POST /obligations/:id/extension'>, 'params' | 'body' | 'actor' | 'now'>

/** @throws invalid for a date that is past; not-found, also where it is not in the actor's reach */
export const extend = async (tx: Queryable, { params: { id }, body, actor, now }: Asked) => {
  const dueAt = new Date(body.dueAt)
  if (dueAt <= now) throw invalid('/dueAt', 'Tenggat baru harus sesudah hari ini.')
  const found = await lockToExtend(tx, id)
  if (found === null) throw problem('not-found')
  const owed = { ...found, reportType: reportTypeOf(found.form) }
  if (!isInReach(actor, 'plan.manage', owed)) throw problem('not-found')
  await extendObligation(tx, id, dueAt)
  const data = {
    obligation: id,
    from: found.dueAt.toISOString(),
    to: dueAt.toISOString(),
    reason: body.reason,
  }
  return written(
    { id, dueAt: dueAt.toISOString() },
    { stream: submissionStream(id), type: 'submission.extended', data, binds: { submission: [id] } },
  )
}
