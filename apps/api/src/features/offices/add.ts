import { addOffice, lockOffices, putSpans, type Queryable, readOffice, written } from '@sepakat/db'
import { requireNoCircle, requireParent } from '#duties/checkOffice.ts'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'POST /offices'>, 'body' | 'today'>

/** @throws invalid where the parent is none on that day */
export const add = async (tx: Queryable, { body: { kind, code, note, ...span }, today }: Asked) => {
  await lockOffices(tx)
  await requireParent(tx, span.parent, span.from)
  const id = await addOffice(tx, { kind, code, note })
  const spans = [{ ...span, to: null }]
  await requireNoCircle(tx, id, spans)
  await putSpans(tx, id, spans)
  const data = { office: id, change: 'added', kind, code, ...span }
  return written((await readOffice(tx, id, today))!, { stream: 'rights', type: 'office.changed', data })
}
