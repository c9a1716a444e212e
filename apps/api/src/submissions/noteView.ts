import { actorNames, type Note, type Queryable } from '@sepakat/db'

/** Notes as they are sent, with the names of who wrote and answered them. */
export const noteViews = async (tx: Queryable, notes: Note[]) => {
  const nameOf = await actorNames(
    tx,
    notes.flatMap(({ by, answers }) => [by, ...answers.map(answer => answer.by)]),
  )
  return notes.map(({ by, at, answers, ...note }) => ({
    ...note,
    by: nameOf(by),
    at: at.toISOString(),
    answers: answers.map(answer => ({ ...answer, by: nameOf(answer.by) })),
  }))
}

export const noteView = async (tx: Queryable, note: Note) => (await noteViews(tx, [note]))[0]!
