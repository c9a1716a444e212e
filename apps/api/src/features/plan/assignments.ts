import {
  type AssignmentLine,
  appendEvent,
  assignmentLines,
  assignRow,
  endAssignment,
  type Queryable,
  reader,
  unknownOffices,
} from '@sepakat/db'
import { type FormId, reportTypeOf } from '@sepakat/rules'
import { requireReportTypes } from '../../http/acting.ts'
import { invalid, problem } from '../../http/problem.ts'
import { handlers } from '../../http/route.ts'

const keyOf = (l: AssignmentLine): string => `${l.form} ${l.row} ${l.id ?? ''}`

const matches = (text: string, q: string): boolean => text.toLocaleLowerCase('id').includes(q.toLocaleLowerCase('id'))

const readLine = async (tx: Queryable, year: number, id: string): Promise<AssignmentLine> => {
  const line = (await assignmentLines(tx, year)).find(l => l.id === id)
  if (line === undefined) throw problem('not-found')
  return line
}

export const assignmentHandlers = handlers({
  'GET /assignments': async ({ query, db }) => {
    const lines = (await assignmentLines(reader(db), query.year)).filter(
      l =>
        (query.form === undefined || l.form === query.form) &&
        (query.office === undefined || l.office?.id === query.office) &&
        (query.state === undefined || l.state === query.state) &&
        (query.q === undefined || matches(`${l.code} ${l.label} ${l.office?.name ?? ''}`, query.q)),
    )
    const start = query.cursor === undefined ? 0 : lines.findIndex(l => keyOf(l) === query.cursor) + 1
    if (query.cursor !== undefined && start === 0)
      throw invalid('/cursor', 'Halaman ini sudah berubah. Mulai lagi dari awal.')
    const items = lines.slice(start, start + query.limit)
    const last = items.at(-1)
    return { items, next: last !== undefined && start + query.limit < lines.length ? keyOf(last) : null }
  },

  'POST /assignments': async ({ body, actor, write }) =>
    write(async tx => {
      requireReportTypes(actor, [reportTypeOf(body.form as FormId)])
      if (body.office !== null && (await unknownOffices(tx, [body.office])).length > 0) {
        throw invalid('/office', 'Perangkat daerah ini tidak dikenal.')
      }
      const known = (await assignmentLines(tx, body.fromYear)).some(l => l.form === body.form && l.row === body.row)
      if (!known && body.row !== '*') throw invalid('/row', `Baris ini tidak ada dalam katalog tahun ${body.fromYear}.`)
      if (body.row === '*' && body.office === null)
        throw invalid('/office', 'Pilih perangkat daerah yang mengisi seluruh formulir.')
      const id = await assignRow(tx, body)
      await appendEvent(tx, {
        stream: 'rights',
        type: 'assignment.changed',
        actor: actor.id,
        data: { assignment: id, ...body },
      })
      return await readLine(tx, body.fromYear, id)
    }),

  'POST /assignments/:id/end': async ({ params, body, actor, write }) =>
    write(async tx => {
      const ended = await endAssignment(tx, params.id, body.toYear)
      if (ended === null)
        throw problem('not-found', { detail: 'Penugasan ini tidak ada, atau mulai setelah tahun itu.' })
      requireReportTypes(actor, [reportTypeOf(ended.form as FormId)])
      const data = { assignment: params.id, form: ended.form, row: ended.row, toYear: body.toYear }
      await appendEvent(tx, { stream: 'rights', type: 'assignment.changed', actor: actor.id, data })
      return await readLine(tx, body.toYear, params.id)
    }),
})
