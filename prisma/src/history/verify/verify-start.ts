import { canonicalJson } from '@sepakat/rules'
import type { BoundKindName } from '../bound/bound-kinds.ts'
import { type BindingEvent, boundName, type RecordedRows } from '../bound/recorded.ts'
import type { Tampering } from './tampering.ts'
import { eventName, shown } from './verify-bound.ts'

/**
 * What stood there when binding began was bound once, at one instant, and not what was bound before: a further event of that kind would
 * make whatever was done since look as if it had been recorded. What was known already must stand there so. Pure.
 */
export const verifyStart = (
  { stream, seq, type, at, actor, data }: BindingEvent,
  { since, recorded }: { since: string | null; recorded: RecordedRows },
): Tampering[] => {
  if (type !== 'history.bound') return []
  const known = Object.entries(data.bound ?? {}).flatMap(([kind, rows]) =>
    Object.entries(rows).flatMap(([id, columns]) => {
      const before = recorded.get(boundName(kind as BoundKindName, id))
      return before ? [{ before, columns }] : []
    }),
  )
  if (at !== since || actor !== 'system' || known.some(({ before }) => !before.partly))
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
