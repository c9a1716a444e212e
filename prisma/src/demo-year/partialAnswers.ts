import type { Answers } from '@sepakat/rules'

/** Half of what a report will say: whole rows, each with the rows it is under. */
export const partialAnswers = (answers: Answers): Answers => {
  const items = new Set(
    Object.values(answers).flatMap(rows =>
      Object.entries(rows).flatMap(([id, cells]) => ('$position' in cells ? [id] : [])),
    ),
  )
  const kept = new Set<string>()
  const half = Object.entries(answers).map(([table, rows]) => {
    const all = Object.entries(rows)
    const own = all.slice(0, Math.ceil(all.length / 2)).filter(([, { $parent }]) => {
      const parent = String($parent)
      return !items.has(parent) || kept.has(parent)
    })
    for (const [id] of own) kept.add(id)
    return [table, Object.fromEntries(own)] as const
  })
  return Object.fromEntries(half)
}
