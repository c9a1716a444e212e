import type { Block, Field, FieldId, Figure, Kind, Scope } from '@sepakat/rules'
import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { generalLabel } from '@sepakat/rules/names/formNames.ts'
import type { Earlier } from '../model/earlier.ts'
import type { FormStore } from '../model/formStore.ts'

export interface FieldColumn {
  field: FieldId
  spec: Field
  /** The label common to all rows, or the kind's where rows differ. */
  label: string
  /** The answer of the previous period is in a column beside it. */
  earlier: boolean
}

/** The columns any row of the block uses, in the order of the kind. */
export function fieldColumns(kind: Kind, scope: Scope, block: Block, before: Earlier | null): FieldColumn[] {
  const rows = block.item ? [block.item, ...block.rows] : block.rows
  const used = new Set(rows.flatMap(row => Object.keys(row.fields)))
  return Object.entries(kind.tables[block.table]?.fields ?? {}).flatMap(([field, spec]) => {
    if (!used.has(field)) return []
    const words = new Set(rows.flatMap(row => row.fields[field] ?? []))
    const [only] = words
    const label = words.size === 1 && only !== undefined ? only : generalLabel(spec, scope)
    const earlier =
      isShort(spec) && rows.some(row => before?.answers[row.table]?.[row.id]?.[spec.before ?? field] !== undefined)
    return [{ field, spec, label, earlier }]
  })
}

/** How many columns of the table these take. */
export const spanOf = (columns: readonly FieldColumn[]): number =>
  columns.length + columns.filter(({ earlier }) => earlier).length

/** Narrow whatever is typed. */
export const isShort = (spec: Field): boolean => fieldTypeOf(spec).room(spec) === 0

/** The figures of the block's rows, each a column; none where the rows only share the ids of others. */
export function figureColumns(
  kind: Kind,
  block: Block,
  store: FormStore,
  beside: (figure: Figure) => boolean,
): string[] {
  if (kind.tables[block.table]?.rows.from === 'each') return []
  const codes = new Set<string>()
  for (const row of block.rows)
    for (const figure of store.figuresOf(row.id) ?? [])
      if (figure.code !== 'completeness' && !beside(figure)) codes.add(figure.code)
  return [...codes]
}
