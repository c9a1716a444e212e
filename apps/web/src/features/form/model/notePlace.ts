import type { Anchor, Kind, Scope } from '@sepakat/rules'
import { itemLabel } from '@sepakat/rules/form/itemLabel.ts'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import type { Cells } from '#sheet/answers/cells.ts'
import { rowKey, rowOfAnchor } from '#sheet/answers/cells.ts'
import type { RowPath } from './rowPaths.ts'

export interface NotePlace {
  /** The title of the note's subject. */
  words: string
  /** Whether that row is in the form, to link to it. */
  there: boolean
}

interface Around {
  kind: Kind
  scope: Scope
  cells: Pick<Cells, 'get'>
  paths: Map<string, RowPath>
  names: FormNames
}

/** Where a note belongs: a row of the form, or a title for a removed row, a table, the whole form. */
export function notePlaceOf(anchor: Anchor, { kind, scope, cells, paths, names }: Around): NotePlace {
  const row = rowOfAnchor(anchor)
  if (row && paths.has(rowKey(row))) return { words: names.anchor(anchor), there: true }
  if (!row) return { words: names.anchor(anchor), there: false }
  const table = kind.tables[row.table]
  const title = table?.title ?? row.table
  if (table?.rows.from !== 'items') return { words: `${title} (barisnya tidak ada lagi di formulir)`, there: false }
  const name = itemLabel(table, field => cells.get(`${rowKey(row)}/${field}`), scope.offices)
  return { words: `${title}${name === null ? '' : ` “${name}”`} (sudah dihapus)`, there: false }
}
