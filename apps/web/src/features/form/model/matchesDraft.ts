import type { Answers, Cell } from '@sepakat/rules'
import type { Revs } from './cells.ts'

export interface Written {
  version: number
  answers: Answers
  revs?: Revs | undefined
}

/** Whether it is what beginning would make, and not what was made (lib/beginReport.ts). */
export const isDraftPreview = (given: object | undefined): boolean => given !== undefined && 'ahead' in given

/** Every cell that stands or ever stood, with the number of its last change. */
function* cellsOf({ answers, revs = {} }: Written): Generator<[at: string, rev: number, value: Cell | undefined]> {
  for (const [table, rows] of Object.entries(revs))
    for (const [row, cells] of Object.entries(rows))
      for (const [field, rev] of Object.entries(cells))
        yield [`/${table}/${row}/${field}`, rev, answers[table]?.[row]?.[field]]
}

/**
 * Whether a report was begun (`made`, by now perhaps filled in) with just what beginning it would have made (`ahead`): what has not
 * been changed since is the same there, cell by cell, and every other cell is among the changes after it.
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
