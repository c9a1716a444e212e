import { endAssignment, type Queryable, written } from '@sepakat/db'
import { type FormId, reportTypeOf } from '@sepakat/rules'
import { requireReportTypes } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { lineOf } from './lines.ts'

type Asked = Pick<Context<'POST /assignments/:id/end'>, 'params' | 'body' | 'actor'>

/** @throws not-found, also where it begins after that year; no-right */
export const end = async (tx: Queryable, { params: { id }, body: { toYear }, actor }: Asked) => {
  const ended = await endAssignment(tx, id, toYear)
  if (ended === null) throw problem('not-found', { detail: 'Penugasan ini tidak ada, atau mulai setelah tahun itu.' })
  requireReportTypes(actor, [reportTypeOf(ended.form as FormId)])
  const data = { assignment: id, form: ended.form, row: ended.row, toYear }
  return written(await lineOf(tx, toYear, id), { stream: 'rights', type: 'assignment.changed', data })
}
