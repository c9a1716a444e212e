import {
  type Anchor,
  kinds,
  lineOf,
  opens,
  parseAnchor,
  type RowPointer,
  rowPointerOf,
  withinAnchors,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { loadTree } from '../submissions/loadTree.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'

/** What of a submission lies within a part of it: its stored rows as they are shown, the rows that are open, whether an address is. */
export const withinPart = async (tx: Queryable, submission: SubmissionRecord, part: Anchor[]) => {
  const kind = kinds[submission.form]!
  const tree = await loadTree(tx, kind, submission)
  const has = (anchor: Anchor): boolean => {
    const { table, row } = parseAnchor(anchor) ?? {}
    if (table === undefined || row === undefined) return false
    return opens(part, { address: anchor as RowPointer, line: lineOf(tree, { table, row }) })
  }
  const stored = tree.records.map(({ table, row }) => rowPointerOf(table, row))
  return {
    records: withinAnchors(tree.records, part, kind, tree.knownRows),
    rows: [...new Set([...(tree.knownRows?.keys() ?? []), ...stored])].filter(has),
    has,
  }
}
