import { formatNumber } from '../numbers/formatNumber.ts'
import type { Figure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import type { FieldId, PeriodKey, RowId, TableId } from '../types/Pointer.ts'
import type { Source } from '../types/Scope.ts'
import { sourceTitle } from './formNames.ts'

/** The status of the source forms, by their source names. */
export type SourceStatuses = Record<string, Pick<Source, 'status'>>

/** The value taken over from the previous period in place of an answer. */
export interface ValueBefore {
  text: string
  /** `Tahun 2024`. */
  from: string
  archive: boolean
}

/** What the figures of a row took from the previous period for a field that asks for it; null where they took the answer itself, or nothing. */
export function valueBefore(
  { kind, period, sources }: { kind: Kind; period: PeriodKey; sources: SourceStatuses },
  { table, id }: { table: TableId; id: RowId },
  field: FieldId,
  figures: readonly Figure[],
): ValueBefore | null {
  const before = kind.tables[table]?.fields[field]?.before
  if (!before) return null
  const place = `:/${table}/${id}/${before}`
  const inputs = figures.flatMap(({ derivation }) => derivation.inputs)
  const input = inputs.find(({ at, value }) => value !== null && at.endsWith(place))
  if (!input?.value) return null
  const name = input.at.slice(0, -place.length)
  const from = sourceTitle(kind, { period }, name)
  return { text: formatNumber(input.value), from, archive: sources[name]?.status === 'archive' }
}

/** Whether a figure was computed with values from before the system. */
export const usesArchive = ({ derivation: { inputs } }: Pick<Figure, 'derivation'>, sources: SourceStatuses): boolean =>
  inputs.some(({ at }) => sources[at.slice(0, Math.max(0, at.indexOf(':')))]?.status === 'archive')
