import type { Block, Row } from '@sepakat/rules'
import { fieldAt } from '#sheet/answers/fieldAt.ts'
import type { FormStore } from '#sheet/answers/formStore.ts'
import { goesTo } from '#sheet/answers/goesTo.ts'

/** A list that users add rows to, in its current state. */
export type List = Block & { item: Row }

const blocksOf = (store: FormStore): Block[] => {
  const within = (blocks: Block[]): Block[] =>
    blocks.flatMap(block => [block, ...block.rows.flatMap(row => within(row.blocks))])
  return within(store.sections().flatMap(section => section.blocks))
}
const isList = (block: Block): block is List => block.item !== null

export const listsOf = (store: FormStore): List[] => blocksOf(store).filter(isList)

const typed = ['number', 'text', 'prose']
/** An evaluator ticks and chooses more than he or she writes. */
const judged = [...typed, 'boolean', 'choice']

const cellsIn = (store: FormStore, blocks: Block[]): string[] =>
  blocks.flatMap(({ table, rows }) =>
    rows.flatMap(row =>
      Object.keys(row.fields)
        .filter(field => {
          const { type = '', writer } = fieldAt(store.form.kind, table, field) ?? {}
          return (writer === 'evaluator' ? judged : typed).includes(type)
        })
        .map(field => `/${table}/${row.id}/${field}`),
    ),
  )

/** Cells of numbers and texts, and what an evaluator judges: in fixed rows, and in rows that users add. */
export const fixedCells = (store: FormStore): string[] =>
  cellsIn(
    store,
    blocksOf(store).filter(block => !isList(block)),
  )
export const itemCells = (store: FormStore): string[] => cellsIn(store, listsOf(store))

/** Whether who fills it in here may write at this pointer now. */
export const isOpenAt = (store: FormStore, pointer: string): boolean =>
  store.isWritable(pointer, goesTo(store.form.kind, pointer) === 'evaluation' ? 'evaluator' : 'office')

/** The columns of a row, as shown. */
export const fieldsOfRow = (store: FormStore, table: string, row: string): Row['fields'] =>
  blocksOf(store)
    .filter(block => block.table === table)
    .flatMap(block => block.rows)
    .find(({ id }) => id === row)?.fields ?? {}
