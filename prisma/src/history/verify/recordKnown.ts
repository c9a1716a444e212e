import type { BoundKindName } from '../bound/boundKinds.ts'
import { type BindingEvent, boundName, type RecordedRows } from '../bound/recorded.ts'

/** Events by which a row is known to have been made, with where they name it. */
const made: Record<string, [BoundKindName, string]> = {
  'note.added': ['note', 'note'],
  'attachment.added': ['attachment', 'attachment'],
  'attachment.replaced': ['attachment', 'attachment'],
  'contribution.given': ['contribution', 'contribution'],
  'reopening.requested': ['reopening', 'request'],
}

/** The status that an event left its report in; undefined where it says nothing of it. */
const statusAfter = ({ type, data }: BindingEvent): unknown => {
  if (type === 'submission.created') return 'draft'
  if (type === 'submission.archived') return 'approved'
  return type.startsWith('submission.') && 'revision' in data ? data.to : undefined
}

/** What is known from an event of before rows were bound: that a row was made, and the status of its report. */
export const recordKnown = (rows: RecordedRows, submission: string, event: BindingEvent): void => {
  if (event.data.bound) return
  const [kind, named] = made[event.type] ?? []
  if (kind && named) put(rows, boundName(kind, String(event.data[named])), {}, event)
  const status = statusAfter(event)
  if (typeof status === 'string') put(rows, boundName('submission', submission), { status }, event)
}

const put = (rows: RecordedRows, name: string, columns: Record<string, unknown>, by: BindingEvent): void => {
  const before = rows.get(name)
  const partly = before === undefined || before.partly ? ({ partly: true } as const) : {}
  const { seq, type, at } = by
  rows.set(name, { columns: { ...before?.columns, ...columns }, by: { seq, type, at }, ...partly })
}
