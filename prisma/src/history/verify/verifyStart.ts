import { canonicalJson } from '@sepakat/rules'
import { type BindingEvent, boundName, boundRows, type RecordedRows } from '../bound/recorded.ts'
import type { Tampering } from './tampering.ts'
import { eventName, shown } from './verifyBound.ts'

/**
 * What was there when binding began was bound once, at one instant, and not what was bound before: a further event of that kind would
 * make whatever was done since look as if it had been recorded. What was known already must be there unchanged.
 * `isOver`: other events of the stream bind since. Pure.
 */
export const verifyStart = (
  event: BindingEvent,
  { since, recorded, isOver }: { since: string | null; recorded: RecordedRows; isOver: boolean },
): Tampering[] => {
  const { stream, seq, type, at, actor } = event
  if (type !== 'history.bound') return []
  const known = boundRows(event).flatMap(({ kind, id, columns }) => {
    const before = recorded.get(boundName(kind, id))
    return before ? [{ before, columns }] : []
  })
  if (isOver || at !== since || actor !== 'system' || known.some(({ before }) => !before.partly))
    return [
      {
        code: 'bound-again',
        where: stream,
        message: `Peristiwa nomor ${seq} menyatakan ulang keadaan yang sudah tercatat sejak ${since ?? 'awal'}.`,
        at,
      },
    ]
  return known.flatMap(({ before, columns }): Tampering[] =>
    Object.entries(before.columns ?? {})
      .filter(([column, was]) => canonicalJson(columns?.[column] ?? null) !== canonicalJson(was))
      .map(([, was]) => ({
        code: 'row-changed',
        where: `laporan ${stream.slice('submission/'.length)}`,
        message: `Ketika pencatatan keadaan dimulai, statusnya bukan ${shown(was)} seperti pada ${eventName(before.by)}.`,
        at: before.by.at,
      })),
  )
}
