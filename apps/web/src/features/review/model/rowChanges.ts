import type { Cell, FieldId, Kind, RowId, TableId } from '@sepakat/rules'
import { type Difference, diff } from '@sepakat/rules/diff/diff.ts'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import type { FrozenAttachment, RevisionBody } from '#submissions/revisionBody.ts'
import { placedRows } from './placedRows.ts'

/** How a row changed since another revision. */
interface RowChange {
  sort: 'changed' | 'added' | 'moved'
  /** Cells that differ, with their old value; of an added row none. */
  from: Map<FieldId, Cell | null>
  files: FileChange[]
}
/** A file of the row that was added or removed since. */
export type FileChange = Pick<FrozenAttachment, 'id' | 'title'> & { came: boolean }
/** A removed row that users had added. */
export interface RemovedRow {
  anchor: string
  table: TableId
  label: string
  parent: RowId | null
  /** Its section. */
  section: string
  values: Record<FieldId, Cell>
}
export interface Changes {
  rows: Map<string, RowChange>
  removed: RemovedRow[]
}

export const noChanges: Changes = { rows: new Map(), removed: [] }

/** The differences of two revisions of one report, by row, so that they can be shown in the form. */
export function changesBetween(before: RevisionBody, after: RevisionBody, kind: Kind | undefined): Changes {
  const rows = new Map<string, RowChange>()
  const removed: RemovedRow[] = []
  const old = new Map(placedRows(before.sections, kind).map(row => [row.anchor, row]))
  for (const one of diff(before.answers, after.answers, kind)) {
    if (one.change === 'removed') removed.push(removedRow(one, old.get(one.at)))
    else {
      const anchor = rowAnchorOf(one.at) ?? one.at
      const change = rows.get(anchor) ?? noChange()
      if (one.change === 'changed') change.from.set(one.at.split('/')[3] ?? '', one.from)
      else change.sort = one.change
      rows.set(anchor, change)
    }
  }
  for (const { row, ...file } of filesBetween(before, after)) {
    const change = rows.get(row) ?? noChange()
    change.files.push(file)
    rows.set(row, change)
  }
  return { rows, removed }
}

const noChange = (): RowChange => ({ sort: 'changed', from: new Map(), files: [] })

/** Evidence is part of an answer: an added or removed file changes its row. */
function filesBetween(before: RevisionBody, after: RevisionBody): (FileChange & { row: string })[] {
  const missingIn = (files: readonly FrozenAttachment[], others: readonly FrozenAttachment[], came: boolean) =>
    files
      .filter(({ id }) => !others.some(other => other.id === id))
      .flatMap(({ id, title, anchor }) => {
        const row = rowAnchorOf(anchor)
        return row ? [{ id, title, came, row }] : []
      })
  return [
    ...missingIn(before.attachments, after.attachments, false),
    ...missingIn(after.attachments, before.attachments, true),
  ]
}

function removedRow(
  { at, from }: Extract<Difference, { change: 'removed' }>,
  old: { label: string; section: string } | undefined,
): RemovedRow {
  const { $parent, $position: _, ...values } = from
  return {
    anchor: at,
    table: at.split('/')[1] ?? '',
    label: old?.label ?? '',
    parent: typeof $parent === 'string' ? $parent : null,
    section: old?.section ?? '',
    values,
  }
}
