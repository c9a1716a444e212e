import type { Anchor, Kind, Scope } from '@sepakat/rules'
import { itemLabel } from '@sepakat/rules/form/itemLabel.ts'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { type Cells, rowKey, rowOfAnchor } from '#sheet/answers/cells.ts'
import { useForm, useSections } from '../FormContext.ts'
import type { Note } from '../model/beside.ts'
import type { RowPath } from '../model/rowPaths.ts'

/** Where a note belongs, updated as rows are added, renamed and removed. */
export function useNotePlace({ anchor }: Note) {
  const { kind, scope, store, paths, names } = useForm()
  useSections()
  return notePlaceOf(anchor as Anchor, { kind, scope, cells: store.cells, paths: paths(), names: names() })
}

interface NotePlace {
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
function notePlaceOf(anchor: Anchor, { kind, scope, cells, paths, names }: Around): NotePlace {
  const row = rowOfAnchor(anchor)
  if (row && paths.has(rowKey(row))) return { words: names.anchor(anchor), there: true }
  if (!row) return { words: names.anchor(anchor), there: false }
  const table = kind.tables[row.table]
  const title = table?.title ?? row.table
  if (table?.rows.from !== 'items') return { words: `${title} (barisnya tidak ada lagi di formulir)`, there: false }
  const name = itemLabel(table, field => cells.get(`${rowKey(row)}/${field}`), scope.offices)
  return { words: `${title}${name === null ? '' : ` “${name}”`} (sudah dihapus)`, there: false }
}
