import type { Answers } from '../types/Answers.ts'
import type { RowId } from '../types/Pointer.ts'

/** The rows of answers with these ids, and the rows users added below them. */
export function answersOf(answers: Answers, ids: Iterable<RowId>): Answers {
  const kept = new Set(ids)
  const hanging = Object.values(answers).flatMap(rows =>
    Object.entries(rows).flatMap(([row, { $parent }]) =>
      typeof $parent === 'string' ? [[row, $parent] as const] : [],
    ),
  )
  for (let known = -1; known < kept.size; ) {
    known = kept.size
    for (const [row, parent] of hanging) if (kept.has(parent)) kept.add(row)
  }
  return Object.fromEntries(
    Object.entries(answers).flatMap(([table, rows]) => {
      const own = Object.entries(rows).filter(([row]) => kept.has(row))
      return own.length > 0 ? [[table, Object.fromEntries(own)]] : []
    }),
  )
}
