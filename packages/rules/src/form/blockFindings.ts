import { groupBy } from '../grouping/groupBy.ts'
import type { Table } from '../types/Kind.ts'
import type { RowId, TableId } from '../types/Pointer.ts'
import { declarationFindings } from './declarationFindings.ts'
import type { Count, Found, Judged } from './judged.ts'
import { rootHead, rowsIn } from './rowTree.ts'
import { sectionAt, sectionUnder } from './sections.ts'

/** Whether each row is complete; null where it requires nothing and counts nowhere. */
export type FilledRows = Map<RowId, boolean | null>

const declarable = ({ states }: Table) => states?.includes('nil') === true

/** An empty list is itself one missing item where it counts as one, is at the root, or could be declared empty. */
const mustSay = (table: Table, under: RowId | null) =>
  table.counts !== 'no' && (table.counts === 'block' || under === null || declarable(table))

/** Counts the rows under one parent as their table says, and reports a list that is neither filled nor declared empty. */
export function blockFindings(
  judged: Judged,
  table: TableId,
  under: RowId | null,
  filled: FilledRows,
  found: Found,
  count: Count,
): void {
  const { outline, tree, reader } = judged
  const spec = outline.kind.tables[table]
  if (!spec) return
  const ids = rowsIn(tree, table).under.get(under) ?? []
  if (tree.isList(table)) {
    const head = under ?? rootHead
    declarationFindings(judged, table, head, found)
    const state = reader.state(table, head)
    const known = ids.length > 0 || state !== null
    if (!known && mustSay(spec, under)) {
      found('block-empty', 'empty', `/${table}/${head}`, emptyMessage(spec), false)
    }
    if (mustSay(spec, under) && (state !== null || ids.length === 0)) {
      count(sectionUnder(outline, tree, table, under), known ? 1 : 0, 1)
      return
    }
  }
  if (spec.counts === 'no') return
  for (const [section, own] of groupBy(ids, id => sectionAt(outline, tree, table, id))) {
    const asking = own.map(id => filled.get(id) ?? null).filter(one => one !== null)
    if (spec.counts === 'row') count(section, asking.filter(Boolean).length, asking.length)
    else if (asking.length > 0) count(section, asking.every(Boolean) ? 1 : 0, 1)
  }
}

const emptyMessage = (table: Table): string =>
  declarable(table)
    ? `${table.title}: belum ada isian. Tambahkan, atau nyatakan tidak ada.`
    : `${table.title}: belum ada isian. Tambahkan sedikitnya satu.`
