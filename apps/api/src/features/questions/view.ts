import { type AskedQuestion, actorNames, frozenNames, type Queryable } from '@sepakat/db'

/** Questions as they are sent: figures and rows as the revision calls them, and who asked and answered. */
export const questionViews = async (tx: Queryable, all: readonly AskedQuestion[]) => {
  const nameOf = await actorNames(
    tx,
    all.flatMap(({ by, answers }) => [by, ...answers.map(answer => answer.by)]),
  )
  const views = []
  for (const { sha256, ...question } of all) {
    const names = await frozenNames(tx, { ...question, n: question.revision, sha256 })
    views.push({
      ...question,
      label: names.figures[question.code] ?? question.code,
      rowLabel: question.row === '' ? '' : (names.rows.get(question.row) ?? ''),
      by: nameOf(question.by),
      at: question.at.toISOString(),
      answers: question.answers.map(answer => ({ ...answer, by: nameOf(answer.by) })),
    })
  }
  return views
}
