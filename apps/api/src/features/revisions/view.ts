import type { ChangedCell, Named, RevisionLine, sealsOf } from '@sepakat/db'
import { type ActorId, pointerOf, rowPointerOf } from '@sepakat/rules'

type NameOf = (actor: ActorId) => Named
type Seal = Awaited<ReturnType<typeof sealsOf>> extends Map<number, infer S> ? S : never

export const revisionView = ({ at, by, corrects, ...revision }: RevisionLine, nameOf: NameOf, seal?: Seal) => ({
  ...revision,
  corrects: corrects && { ...corrects, by: nameOf(corrects.by), at: corrects.at.toISOString() },
  at: at.toISOString(),
  by: nameOf(by),
  seal: seal ? { mark: seal.mark, at: seal.at.toISOString() } : null,
})

/** What a correction made of one cell, or that a row came or went: both values, who, when. */
export const correctedCellView = ({ table, row, field, op, from, to, actor, at }: ChangedCell, nameOf: NameOf) => ({
  at: field === '' ? rowPointerOf(table, row) : pointerOf(table, row, field),
  op,
  from,
  to,
  by: nameOf(actor),
  changedAt: at.toISOString(),
})
