import { canonicalJson, type EventType, moveEvents, moveNames, moves } from '@sepakat/rules'
import { type BoundKindName, boundKind } from '../bound/boundKinds.ts'
import { mayChange } from '../bound/mayChange.ts'
import type { BoundColumns } from '../bound/readBound.ts'
import { type BindingEvent, boundName, boundRows, type Recorded, type RecordedRows } from '../bound/recorded.ts'
import { reportOf } from '../streams.ts'
import type { Tampering } from './tampering.ts'
import { asBegin, eventName, rowName, shown } from './verifyBound.ts'

/**
 * An event against how the events before it left the rows that it binds: what it does not change must be as it was, or it was
 * changed in between without one, and the event took it up. Pure.
 */
export const verifyStep = (event: BindingEvent, recorded: RecordedRows): Tampering[] =>
  boundRows(event).flatMap(({ kind, id, columns }): Tampering[] => {
    const before = recorded.get(boundName(kind, id))
    // known in part from an event that bound nothing, not there, or first bound by this one
    if (!before?.columns || before.partly) return []
    const submission = reportOf(event.stream)
    const found = { where: rowName(kind, id, submission), at: before.by.at }
    if (columns === null)
      return [{ ...found, code: 'row-missing', message: `Sudah tidak ada ketika ${eventName(event)} dicatat.` }]
    return [...taken(event, kind, { before, columns }), ...unlikely(event, kind, before)].map(message => ({
      ...found,
      code: 'row-changed',
      message,
    }))
  })

/** What the event took up as it found it. */
const taken = (
  event: BindingEvent,
  kind: BoundKindName,
  { before, columns }: { before: Recorded; columns: BoundColumns },
): string[] => {
  const may: readonly string[] = mayChange[kind][event.type as EventType] ?? []
  return Object.entries(boundKind(kind).columns).flatMap(([column, { word, hashed }]) => {
    const [was, is] = [before.columns?.[column] ?? null, columns[column] ?? null]
    if (may.includes(column) || canonicalJson(was) === canonicalJson(is)) return []
    const said = hashed ? 'tidak sama dengan' : `${shown(is)}, bukan ${shown(was)} seperti`
    return [
      `${asBegin(word)} ketika ${eventName(event)} dicatat ${said} yang dicatat ${eventName(before.by)}, padahal peristiwa itu tidak mengubahnya.`,
    ]
  })
}

/** Of a move: that it cannot be made from the status that history knows. */
const unlikely = (event: BindingEvent, kind: BoundKindName, { columns, by }: Recorded): string[] => {
  if (kind !== 'submission') return []
  const from = moveNames
    .filter(name => moveEvents[name] === event.type)
    .flatMap(name => moves[name].steps.map(step => step.from as unknown))
  return from.length === 0 || from.includes(columns?.status)
    ? []
    : [`Dari status ${shown(columns?.status)} yang dicatat ${eventName(by)}, ${eventName(event)} tidak mungkin.`]
}
