import type { ChangeRow, Named } from '@sepakat/db'
import {
  type ActorId,
  assemble,
  type Kind,
  pointerOf,
  type Result,
  type RowRecord,
  rowPointerOf,
  writtenAnswers,
} from '@sepakat/rules'

type NameOf = (actor: ActorId) => Named

/** Answers as they are sent; `revs`: with the number of each cell's last change, and what removed rows hold. */
export const answersView = (records: RowRecord[], kind: Kind, { revs }: { revs?: boolean | undefined }) =>
  revs ? writtenAnswers(records, kind) : { answers: assemble(records, kind) }

export const changeView = ({ table, row, field, actor, at, ...change }: ChangeRow, nameOf: NameOf) => ({
  ...change,
  pointer: field === '' ? rowPointerOf(table, row) : pointerOf(table, row, field),
  by: nameOf(actor),
  at: at.toISOString(),
})

/** Those whom a result names: what others did is told with who did it. */
export const actorsIn = (result: Result): ActorId[] => {
  if (result.result === 'conflict') return [result.theirs.by]
  return result.result === 'locked' && result.by !== null ? [result.by] : []
}

export const resultView = (result: Result, nameOf: NameOf) => {
  if (result.result === 'conflict')
    return { ...result, theirs: { ...result.theirs, name: nameOf(result.theirs.by).name } }
  if (result.result === 'locked') return { ...result, name: result.by === null ? '' : nameOf(result.by).name }
  return result
}
