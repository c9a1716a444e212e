import { extendObligation, type Queryable, submissionStream, written } from '@sepakat/db'
import { reportTypeOf } from '@sepakat/rules'
import { reaches } from '#http/auth/acting.ts'
import { invalid, problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'POST /obligations/:id/extension'>, 'params' | 'body' | 'actor' | 'now'>

/** @throws invalid for a date that is past; not-found, also where it is not in the actor's reach */
export const extend = async (tx: Queryable, { params: { id }, body, actor, now }: Asked) => {
  const dueAt = new Date(body.dueAt)
  if (dueAt <= now) throw invalid('/dueAt', 'Tenggat baru harus sesudah hari ini.')
  const extended = await extendObligation(tx, id, dueAt)
  if (extended === null) throw problem('not-found')
  const { officePath, form } = extended
  if (!reaches(actor, { officePath, reportType: reportTypeOf(form) })) throw problem('not-found')
  const data = {
    obligation: id,
    from: extended.dueAt.toISOString(),
    to: dueAt.toISOString(),
    reason: body.reason,
  }
  return written(
    { id, dueAt: dueAt.toISOString() },
    { stream: submissionStream(id), type: 'submission.extended', data, binds: { submission: [id] } },
  )
}
