import type { FrozenRow } from '@sepakat/rules'
import { type Filled, filledBelow, keyOf } from '@sepakat/rules/sheet/tree.ts'
import type { Sheet } from './sheet.ts'

const counted = new WeakMap<Sheet, ReturnType<typeof filledBelow>>()

/** How much of what counts is filled in under a line of a table over levels. */
export function filledIn(sheet: Sheet, row: FrozenRow): Filled | undefined {
  const known = counted.get(sheet) ?? countsOf(sheet)
  counted.set(sheet, known)
  return known.get(keyOf(row))
}

function countsOf({ read: { kind }, body: { sections } }: Sheet): ReturnType<typeof filledBelow> {
  const root = sections.flatMap(({ blocks }) => blocks).find(({ table }) => table === kind.tree?.tables[0])
  if (!root) return new Map()
  return filledBelow(kind, root, (row, field) => {
    const cell = row.values[field]
    return cell !== undefined && typeof cell !== 'object'
  })
}
