import { assignRow, endAssignment, type Queryable, reader, unknownOffices, written } from '@sepakat/db'
import { type FormId, reportTypeOf } from '@sepakat/rules'
import { requireReportTypes } from '#http/auth/acting.ts'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { type AssignmentLine, lineOf, lines } from './lines.ts'

const keyOf = (l: AssignmentLine): string => `${l.form} ${l.row} ${l.id ?? ''}`

const matches = (text: string, q: string): boolean => text.toLocaleLowerCase('id').includes(q.toLocaleLowerCase('id'))

/** @throws invalid where the line that the cursor names is gone */
const list = async (tx: Queryable, { query }: Context<'GET /assignments'>) => {
  const found = (await lines(tx, query.year)).filter(
    l =>
      (query.form === undefined || l.form === query.form) &&
      (query.office === undefined || l.office?.id === query.office) &&
      (query.state === undefined || l.state === query.state) &&
      (query.q === undefined || matches(`${l.code} ${l.label} ${l.office?.name ?? ''}`, query.q)),
  )
  const start = query.cursor === undefined ? 0 : found.findIndex(l => keyOf(l) === query.cursor) + 1
  if (query.cursor !== undefined && start === 0)
    throw invalid('/cursor', 'Halaman ini sudah berubah. Mulai lagi dari awal.')
  const items = found.slice(start, start + query.limit)
  const last = items.at(-1)
  return { items, next: last !== undefined && start + query.limit < found.length ? keyOf(last) : null }
}

/** Gives a row of a form, or a form as a whole, to an office. @throws no-right, invalid */
const assign = async (tx: Queryable, { body, actor }: Context<'POST /assignments'>) => {
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

/** @throws not-found, also where it begins after that year; no-right */
const end = async (
  tx: Queryable,
  { params: { id }, body: { toYear }, actor }: Context<'POST /assignments/:id/end'>,
) => {
  const ended = await endAssignment(tx, id, toYear)
  if (ended === null) throw problem('not-found', { detail: 'Penugasan ini tidak ada, atau mulai setelah tahun itu.' })
  requireReportTypes(actor, [reportTypeOf(ended.form as FormId)])
  const data = { assignment: id, form: ended.form, row: ended.row, toYear }
  return written(await lineOf(tx, toYear, id), { stream: 'rights', type: 'assignment.changed', data })
}

export const assignmentHandlers = handlers({
  'GET /assignments': asked => list(reader(asked.db), asked),
  'POST /assignments': asked => asked.write(tx => assign(tx, asked)),
  'POST /assignments/:id/end': asked => asked.write(tx => end(tx, asked)),
})
