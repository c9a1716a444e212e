import type { FieldId, Kind, Row, Tree } from '@sepakat/rules'
import type { Column } from '@sepakat/rules/sheet/outline.ts'
import { apartFields, namingIn } from '@sepakat/rules/sheet/tree.ts'

/**
 * The fields of a row in columns whose notes are below it: those of its columns, in a table over levels its name too, and what is
 * asked beside the columns while that is folded.
 */
export function belowFields(
  kind: Kind,
  tree: Tree | null,
  row: Row,
  columns: readonly Column[],
  more: boolean,
): Column[] {
  if (!tree) return [...columns]
  const naming = namingIn(kind, row.table)
  const others: FieldId[] = [...(naming ? [naming] : []), ...(more ? [] : apartFields(kind, tree, row))]
  return [
    ...others.flatMap((field): Column[] => {
      const spec = kind.tables[row.table]?.fields[field]
      return spec ? [{ field, spec, label: row.fields[field] ?? field, numeric: false }] : []
    }),
    ...columns.filter(({ field }) => field in row.fields),
  ]
}
