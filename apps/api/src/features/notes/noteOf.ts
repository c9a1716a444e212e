import { findNote, type Note, type Queryable } from '@sepakat/db'
import { problem } from '#http/problem.ts'

/** A note of this submission. @throws not-found */
export const noteOf = async (tx: Queryable, submission: string, id: string): Promise<Note> => {
  const note = await findNote(tx, submission, id)
  if (note === null) throw problem('not-found')
  return note
}
