import type { Attached } from '@sepakat/rules'
import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'

export type Note = ResponseOf<'GET /submissions/:id/notes'>['items'][number]
export type Attachment = ResponseOf<'GET /submissions/:id/attachments'>['items'][number]

/** Notes and attachments by the row they belong to; `''` for those of the whole form. */
export interface Beside {
  notes: ReadonlyMap<string, readonly Note[]>
  files: ReadonlyMap<string, readonly Attachment[]>
}

const rowOf = ({ anchor }: { anchor: string }): string => rowAnchorOf(anchor) ?? anchor

/** Notes and files by the row they belong to, without files that were removed or replaced. */
export function besideOf(notes: readonly Note[], files: readonly Attachment[]): Beside {
  const replaced = new Set(files.flatMap(file => (file.removed || file.replaces === null ? [] : [file.replaces])))
  return {
    notes: groupBy(notes, rowOf),
    files: groupBy(
      files.filter(file => !file.removed && !replaced.has(file.id)),
      rowOf,
    ),
  }
}

/** How many files each anchor has, as findings ask. */
export function attachedCounts({ files }: Beside): Attached {
  const counts: Record<string, number> = {}
  for (const { anchor } of [...files.values()].flat()) counts[anchor] = (counts[anchor] ?? 0) + 1
  return counts
}
