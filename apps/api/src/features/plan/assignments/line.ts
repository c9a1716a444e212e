import { type AssignmentLine, assignmentLines, type Queryable } from '@sepakat/db'
import { problem } from '#http/problem.ts'

/** An assignment as it is in a year. @throws not-found */
export const line = async (tx: Queryable, year: number, id: string): Promise<AssignmentLine> => {
  const found = (await assignmentLines(tx, year)).find(l => l.id === id)
  if (found === undefined) throw problem('not-found')
  return found
}
