import type { Answers } from '../types/Answers.ts'
import { assemble, assembleRemoved } from './assemble.ts'
import type { KindShape } from './kindShape.ts'
import type { RowRecord } from './stored.ts'

/** The number of the last change of every cell ever set, of emptied cells and removed rows too: each is a `base`. */
type Revs = Record<string, Record<string, Record<string, number>>>

/** The current answers with what an editor needs: possible bases, and what restoring a removed row brings back. */
export const writtenAnswers = (
  records: RowRecord[],
  kind: KindShape,
): { answers: Answers; revs: Revs; removed: Answers } => ({
  answers: assemble(records, kind),
  revs: revsOf(records),
  removed: assembleRemoved(records, kind),
})

function revsOf(records: RowRecord[]): Revs {
  const revs: Revs = {}
  for (const { table, row, fields } of records) {
    revs[table] ??= {}
    revs[table][row] = Object.fromEntries(Object.entries(fields).map(([field, { rev }]) => [field, rev]))
  }
  return revs
}
