import { assignRow, type Queryable, unknownOffices, written } from '@sepakat/db'
import { type FormId, reportTypeOf } from '@sepakat/rules'
import { requireReportTypes } from '#http/auth/acting.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { lineOf, lines } from './lines.ts'

type Asked = Pick<Context<'POST /assignments'>, 'body' | 'actor'>

/** Gives a row of a form, or a form as a whole, to an office. @throws no-right, invalid */
export const assign = async (tx: Queryable, { body, actor }: Asked) => {
  requireReportTypes(actor, [reportTypeOf(body.form as FormId)])
  if (body.office !== null && (await unknownOffices(tx, [body.office])).length > 0)
    throw invalid('/office', 'Perangkat daerah ini tidak dikenal.')
  const known = (await lines(tx, body.fromYear)).some(l => l.form === body.form && l.row === body.row)
  if (!known && body.row !== '*') throw invalid('/row', `Baris ini tidak ada dalam katalog tahun ${body.fromYear}.`)
  if (body.row === '*' && body.office === null)
    throw invalid('/office', 'Pilih perangkat daerah yang mengisi seluruh formulir.')
  const id = await assignRow(tx, body)
  const data = { assignment: id, ...body }
  return written(await lineOf(tx, body.fromYear, id), { stream: 'rights', type: 'assignment.changed', data })
}
