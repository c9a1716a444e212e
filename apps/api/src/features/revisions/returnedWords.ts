import { actorNames, listNotes, type Queryable, type RevisionLine, returnOf, type SubmissionRecord } from '@sepakat/db'
import type { PaperGiven } from '@sepakat/rules'
import { dayOf, longInstant, spelledDay } from '@sepakat/rules/periods/dates.ts'

interface Asked {
  line: RevisionLine
  zone: string
  /** The name of what a note is about. */
  place: (anchor: string) => string
}

/** How a submission was returned, with the notes that were open then; null where it was not. */
export const returnedWords = async (
  tx: Queryable,
  submission: SubmissionRecord,
  { line, zone, place }: Asked,
): Promise<PaperGiven['returned']> => {
  const returned = await returnOf(tx, submission.id, line.n)
  if (!returned) return null
  const { by, at, dueAt, notes: ids } = returned
  const { name, title } = (await actorNames(tx, [by]))(by)
  const notes = (await listNotes(tx, submission.id)).filter(({ id }) => ids.includes(id))
  return {
    day: spelledDay(dayOf(at, zone)),
    by: [name, title].filter(Boolean).join(', '),
    answerBy: dueAt && longInstant(dueAt, zone),
    notes: notes.map(({ anchor, text }) => ({ place: place(anchor), text })),
  }
}
