import {
  addOffice,
  listOffices,
  lockOffices,
  putLetterhead as putRow,
  putSpans,
  type Queryable,
  reader,
  readOffice,
  readSpans,
  written,
} from '@sepakat/db'
import { requireNoCircle, requireParent } from '#duties/checkOffice.ts'
import { answerOf, seconded } from '#duties/secondingView.ts'
import { problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { end } from './end.ts'

/** @throws not-found */
const putLetterhead = async (tx: Queryable, { params: { id }, body }: Context<'PUT /offices/:id/letterhead'>) => {
  if (!(await putRow(tx, id, body))) throw problem('not-found')
  const data = { office: id, change: 'letterhead', ...body }
  return written(body, { stream: 'rights', type: 'office.changed', data })
}

/** @throws invalid where the parent is none on that day */
const add = async (tx: Queryable, { body: { kind, code, note, ...span }, today }: Context<'POST /offices'>) => {
  await lockOffices(tx)
  await requireParent(tx, span.parent, span.from)
  const id = await addOffice(tx, { kind, code, note })
  const spans = [{ ...span, to: null }]
  await requireNoCircle(tx, id, spans)
  await putSpans(tx, id, spans)
  const data = { office: id, change: 'added', kind, code, ...span }
  return written((await readOffice(tx, id, today))!, { stream: 'rights', type: 'office.changed', data })
}

export const officeHandlers = handlers({
  'GET /offices': async ({ db, today }) => ({ items: await listOffices(reader(db), today) }),

  'GET /offices/:id': async ({ params: { id }, db, today }) => {
    const tx = reader(db)
    const [office, spans] = await Promise.all([readOffice(tx, id, today), readSpans(tx, id)])
    if (office === null) throw problem('not-found')
    return { ...office, spans }
  },

  'POST /offices': asked => asked.write(tx => add(tx, asked)),

  'POST /offices/:id/spans': async ({ params: { id: office }, body: span, actor, write, now, today, deps }) => {
    const act = { kind: 'office-parent', office, span } as const
    const asks = { actor, now, today, deps }
    return answerOf(await write(tx => seconded(tx, act, asks, async () => (await readOffice(tx, office, today))!)))
  },

  'PUT /offices/:id/letterhead': asked => asked.write(tx => putLetterhead(tx, asked)),
  'POST /offices/:id/end': asked => asked.write(tx => end(tx, asked)),
})
