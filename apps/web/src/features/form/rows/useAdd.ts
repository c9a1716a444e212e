import type { Block } from '@sepakat/rules'
import { rowKey } from '#sheet/answers/cells.ts'
import { placeAtEnd } from '#sheet/answers/placement.ts'
import { type FormInHand, useForm } from '../FormContext.ts'
import { moreKey } from './useMore.ts'

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

export function useAdd(block: Block): () => void {
  const form = useForm()
  return () => addTo(form, block)
}
