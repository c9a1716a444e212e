import type { FrozenRow } from '@sepakat/rules'
import { rowAt } from '@sepakat/rules/pointers/pointer.ts'
import { type Filled, filledBelow } from '@sepakat/rules/sheet/tree.ts'
import type { Sheet } from './sheet.ts'

const counted = new WeakMap<Sheet, ReturnType<typeof filledBelow>>()

/** How much of what counts is filled in under a line of a table over levels. */
export function filledIn(sheet: Sheet, row: FrozenRow): Filled | undefined {
  const blocks = sheet.body.sections.flatMap(section => section.blocks)
  const known = counted.get(sheet) ?? filledBelow(sheet.read.kind, blocks, ({ values }, field) => values[field])
  counted.set(sheet, known)
  return known.get(rowAt(row))
}
