import { decodeTrailCursor, type TrailAsk, type TrailCursor } from '@sepakat/db'
import { typesOfGroup } from '@sepakat/rules'
import { startOfDay } from '@sepakat/rules/periods/dates.ts'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

export type TrailQuery = Context<'GET /events/export'>['query']

const dayMs = 86_400_000

/** What is asked of the store; both days are included. @throws invalid for days in the wrong order */
export const trailAsk = (
  { group, type, from, to, ...query }: TrailQuery,
  zone: string,
): Omit<TrailAsk, 'after' | 'limit'> => {
  if (from !== undefined && to !== undefined && from > to)
    throw invalid('/to', 'Hari terakhir tidak boleh sebelum hari pertama.')
  const ofGroup = group && typesOfGroup(group)
  const types = type === undefined ? ofGroup : [type].filter(one => ofGroup?.includes(one) ?? true)
  return {
    ...query,
    types,
    from: from === undefined ? undefined : new Date(startOfDay(from, zone)),
    to: to === undefined ? undefined : new Date(Date.parse(startOfDay(to, zone)) + dayMs),
  }
}

/** @throws invalid for a cursor that is not ours */
export const afterOf = (cursor: string | undefined): TrailCursor | null => {
  if (cursor === undefined) return null
  const after = decodeTrailCursor(cursor)
  if (after === null) throw invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
  return after
}
