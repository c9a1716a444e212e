import type { Block, Row } from '@sepakat/rules'
import { rowKey } from '#sheet/answers/cells.ts'
import { placeAt, placeAtEnd } from '#sheet/answers/placement.ts'
import { announce } from '#ui/announce.ts'
import { type FormInHand, useForm } from '../../FormContext.ts'
import { moreKey } from '../useUnfolded.ts'

type Hands = Pick<FormInHand, 'kind' | 'store' | 'view' | 'go'>

/** Adds a row at the end of a list and goes to its first field. */
export function addTo({ kind, store, view, go }: Hands, { table, under, rows }: Block): void {
  const ids = rows.map(row => row.id)
  const key = rowKey({ table, row: store.addRow(table, placeAtEnd(store.cells, table, ids, under)) })
  const spec = kind.tables[table]
  // in a table over levels what names a line may be below it
  const first = kind.tree?.tables.includes(table) ? (spec?.coded ?? spec?.named) : undefined
  view.setOpen(key, true)
  if (first !== undefined) view.setOpen(moreKey(key), true)
  go(first === undefined ? key : `${key}/${first}`)
}

/** The user's actions on the rows of a list: move, remove. */
export function useItems(block: Block) {
  const { store, view, paths } = useForm()
  const { table, under, rows } = block
  const ids = rows.map(row => row.id)

  return {
    /** Moves the row to this index; announces its new place. */
    move(row: string, index: number): void {
      const place = placeAt(store.cells, table, ids, row, index, under)
      if (!place) return
      store.moveRow({ table, row }, place)
      announce(`Baris dipindahkan ke urutan ${Math.max(0, Math.min(index, ids.length - 1)) + 1}.`)
    },
    remove(row: Row, name: string): void {
      const ref = { table, row: row.id }
      const state = store.rowState(ref)
      const above = paths().get(rowKey(ref))?.above.at(-1)
      store.removeRow(ref)
      if (state) view.setRemoved(`${table}/${under ?? ''}`, { ref, state, name })
      // in a table over levels the way back is below the row above
      if (above) view.setOpen(moreKey(above), true)
    },
    indexOf: (row: string): number => ids.indexOf(row),
    count: ids.length,
  }
}
