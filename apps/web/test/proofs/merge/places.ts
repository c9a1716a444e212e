import type { Block, Row } from '@sepakat/rules'
import { fieldAt } from '#sheet/answers/fieldAt.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'

/** A list that users add rows to, in its current state. */
export type List = Block & { item: Row }

const blocksOf = (store: FormStore): Block[] => {
  const within = (blocks: Block[]): Block[] =>
    blocks.flatMap(block => [block, ...block.rows.flatMap(row => within(row.blocks))])
  return within(store.sections().flatMap(section => section.blocks))
}
const isList = (block: Block): block is List => block.item !== null

export const listsOf = (store: FormStore): List[] => blocksOf(store).filter(isList)

const cellsIn = (store: FormStore, blocks: Block[]): string[] =>
  blocks.flatMap(({ table, rows }) =>
    rows.flatMap(row =>
      Object.keys(row.fields)
        .filter(field => {
          const type = fieldAt(store.form.kind, table, field)?.type
          return type === 'number' || type === 'text' || type === 'prose'
        })
        .map(field => `/${table}/${row.id}/${field}`),
    ),
  )

/** Cells of numbers and texts: in fixed rows, and in rows that users add. */
export const fixedCells = (store: FormStore): string[] =>
  cellsIn(
    store,
    blocksOf(store).filter(block => !isList(block)),
  )
export const itemCells = (store: FormStore): string[] => cellsIn(store, listsOf(store))

/** The columns of a row, as shown. */
export const fieldsOfRow = (store: FormStore, table: string, row: string): Row['fields'] =>
  blocksOf(store)
    .filter(block => block.table === table)
    .flatMap(block => block.rows)
    .find(({ id }) => id === row)?.fields ?? {}
