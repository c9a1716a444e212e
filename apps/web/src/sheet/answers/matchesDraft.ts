import type { Answers, Cell } from '@sepakat/rules'
import type { Revs } from './cells.ts'

export interface Written {
  version: number
  answers: Answers
  revs?: Revs | undefined
}

/** Whether this is the draft preview of a report that was not created yet (submissions/createReport.ts). */
export const isDraftPreview = (given: object | undefined): boolean => given !== undefined && 'ahead' in given

/** Every cell that has or ever had a value, with the number of its last change. */
function* cellsOf({ answers, revs = {} }: Written): Generator<[at: string, rev: number, value: Cell | undefined]> {
  for (const [table, rows] of Object.entries(revs))
    for (const [row, cells] of Object.entries(rows))
      for (const [field, rev] of Object.entries(cells))
        yield [`/${table}/${row}/${field}`, rev, answers[table]?.[row]?.[field]]
}

/**
 * Whether the report was created (`made`, by now perhaps filled in) with the initial answers of its preview (`ahead`): cells not
 * changed since are equal, and every other cell is among the later changes.
 */
export function matchesDraft(ahead: Written, made: Written): boolean {
  const start = (of: Written) =>
    new Map(
      [...cellsOf(of)]
        .filter(([, rev]) => rev <= ahead.version)
        .map(([at, rev, value]) => [at, `${rev} ${JSON.stringify(value)}`]),
    )
  const [would, did] = [start(ahead), start(made)]
  const later = new Set([...cellsOf(made)].filter(([, rev]) => rev > ahead.version).map(([at]) => at))
  return (
    made.version >= ahead.version &&
    [...did].every(([at, cell]) => would.get(at) === cell) &&
    [...would.keys()].every(at => did.has(at) || later.has(at))
  )
}
