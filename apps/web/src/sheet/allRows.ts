import type { SheetBlock } from '@sepakat/rules/sheet/outline.ts'
import type { DrawnRows } from './Slots.ts'

/** Every row of a block is drawn. */
export const allRows = <B extends SheetBlock<B>>({ rows }: B): DrawnRows<B> => ({
  drawn: rows.map((row, index) => ({ row, index })),
  count: rows.length,
  before: 0,
  after: 0,
})
