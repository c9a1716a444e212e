import type { Cell, Declared, FrozenBlock, FrozenRow, FrozenSection, Kind, RowId, TableId } from '@sepakat/rules'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { rowPointerOf } from '@sepakat/rules/pointers/pointer.ts'
import { isItemTable } from '@sepakat/rules/saving/kindShape.ts'
import { declaredState } from '@sepakat/rules/sheet/outline.ts'

/** One row of a revision with its place. A list has, before its rows, a head on which it can be declared empty. */
export interface PlacedRow {
  /** `/table/row`: the anchor of the row's ticks and notes. */
  anchor: string
  table: TableId
  id: RowId
  label: string
  section: string
  /** Labels of its parent rows, outermost first; its own block where that says more than its label. */
  above: string[]
  /** Anchors of these parent rows. */
  under: string[]
  /** Null for the head of a list. */
  row: FrozenRow | null
  values: Record<string, Cell>
  state: Declared | null
}

/** The id of a list's head: that of its parent row, `all` at the root. */
export const headId = ({ under }: FrozenBlock): RowId => under ?? 'all'

/** Every row of a revision in display order. */
export function placedRows(sections: readonly FrozenSection[], kind: Kind | undefined): PlacedRow[] {
  const placed: PlacedRow[] = []
  const walk = (section: string, blocks: readonly FrozenBlock[], above: string[], under: string[]): void => {
    for (const block of blocks) {
      if (block.head || (kind && isItemTable(kind, block.table))) placed.push(headOf(block, { section, above, under }))
      for (const row of block.rows) {
        const { table, id, label, values } = row
        const again = above.at(-1) === label
        const anchor = rowPointerOf(table, id)
        placed.push({
          anchor,
          table,
          id,
          label: again ? block.title : label,
          section,
          above,
          under,
          row,
          values,
          state: declaredState(values),
        })
        walk(section, row.blocks, again ? above : [...above, label], [...under, anchor])
      }
    }
  }
  for (const { id, blocks } of sections) walk(id, blocks, [], [])
  return placed
}

function headOf(block: FrozenBlock, place: Pick<PlacedRow, 'section' | 'above' | 'under'>): PlacedRow {
  const values = block.head ?? {}
  const id = headId(block)
  const { table, title: label } = block
  return {
    anchor: rowPointerOf(table, id),
    table,
    id,
    label,
    ...place,
    row: null,
    values,
    state: declaredState(values),
  }
}

/** The label of the answer an anchor names; of a row as a whole '', since its name is above. */
export function answerOf(names: FormNames, anchor: string): string {
  const [, table = '', row = '', field] = anchor.split('/')
  return field === undefined ? '' : names.fieldLabel(table, row, field)
}
