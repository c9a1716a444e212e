import type { Cell, FieldId, Kind, RowId, TableId } from '@sepakat/rules'
import type { RevisionBody } from '#submissions/revisionBody.ts'
import { placedRows } from './placedRows.ts'
import { changesBetween, type FileChange } from './rowChanges.ts'

export interface ComparedRow {
  anchor: string
  table: TableId
  id: RowId
  label: string
  above: readonly string[]
  sort: 'changed' | 'added' | 'removed' | 'moved'
  /** Labels of its fields as they were frozen. */
  labels: Record<FieldId, string>
  cells: { field: FieldId; from: Cell | null; to: Cell | null }[]
  files: readonly FileChange[]
}

/** The differences between two revisions, row by row in the order of the newer one; removed rows come at the end of their section. */
export function comparedRows(before: RevisionBody, after: RevisionBody, kind: Kind | undefined): ComparedRow[] {
  const { rows, removed } = changesBetween(before, after, kind)
  const now = placedRows(after.sections, kind)
  const then = new Map(placedRows(before.sections, kind).map(row => [row.anchor, row]))
  const all = [...now, ...[...then.values()].filter(row => !now.some(other => other.anchor === row.anchor))]
  const kept = all.flatMap((row): ComparedRow[] => {
    const change = rows.get(row.anchor)
    if (!change) return []
    const { anchor, table, id, label, above } = row
    const cells =
      change.sort === 'added'
        ? Object.entries(row.values).map(([field, to]) => ({ field, from: null, to }))
        : [...change.from].map(([field, from]) => ({ field, from, to: after.answers[table]?.[id]?.[field] ?? null }))
    return [
      { anchor, table, id, label, above, sort: change.sort, labels: row.row?.fields ?? {}, cells, files: change.files },
    ]
  })
  const lost = removed.map(({ anchor, table, label, values }): ComparedRow => {
    const earlier = then.get(anchor)
    const cells = Object.entries(values).map(([field, from]) => ({ field, from, to: null }))
    const id = anchor.split('/')[2] ?? ''
    return {
      anchor,
      table,
      id,
      label,
      above: earlier?.above ?? [],
      sort: 'removed',
      labels: earlier?.row?.fields ?? {},
      cells,
      files: [],
    }
  })
  const sections = after.sections.map(section => section.id)
  const rank = ({ anchor }: ComparedRow) => {
    const section = (now.find(row => row.anchor === anchor) ?? then.get(anchor))?.section ?? ''
    return sections.includes(section) ? sections.indexOf(section) : sections.length
  }
  return [...kept, ...lost]
    .map((row, at) => ({ row, at, rank: rank(row) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ row }) => row)
}
