import type { ActorId, Anchor, NoteStatus } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'

export interface NoteAnswer {
  text: string
  by: ActorId
  at: string
}
export interface Note {
  id: string
  anchor: Anchor
  text: string
  status: NoteStatus
  /** The handing in it was written about. */
  revision: number | null
  by: ActorId
  at: Date
  answers: NoteAnswer[]
}

export interface NewNote {
  /** Made where the note is made; absent: made here. */
  id?: string
  submission: string
  anchor: Anchor
  text: string
  /** Open unless said: it waits for an answer. */
  status?: Note['status']
  revision: number | null
  by: ActorId
  at: Date
}

const columns = 'id, anchor, text, status, revision, by, at, answers'

/** @returns its id */
export const insertNote = async (tx: Queryable, note: NewNote): Promise<string> => {
  const id = note.id ?? v7()
  await tx.query(
    'note-insert',
    `INSERT INTO note (id, submission_id, anchor, text, status, revision, by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, note.submission, note.anchor, note.text, note.status ?? 'open', note.revision, note.by, note.at],
  )
  return id
}

/** Those of one submission in the order they were written. */
export const listNotes = (tx: Queryable, submission: string): Promise<Note[]> =>
  tx.query<Note>('notes-of', `SELECT ${columns} FROM note WHERE submission_id = $1 ORDER BY at, id`, [submission])

export const findNote = async (tx: Queryable, submission: string, id: string): Promise<Note | null> =>
  (
    await tx.query<Note>('note-find', `SELECT ${columns} FROM note WHERE submission_id = $1 AND id = $2`, [
      submission,
      id,
    ])
  )[0] ?? null

/** The submission an id of a note is taken by, whosever it is; null where it is free. */
export const noteOwner = async (tx: Queryable, id: string): Promise<string | null> =>
  (
    await tx.query<{ submission: string }>('note-owner', 'SELECT submission_id AS submission FROM note WHERE id = $1', [
      id,
    ])
  )[0]?.submission ?? null

export const openNoteIds = async (tx: Queryable, submission: string): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      'notes-open',
      `SELECT id FROM note WHERE submission_id = $1 AND status = 'open' ORDER BY id`,
      [submission],
    )
  ).map(({ id }) => id)

/** Appends an answer of the office; the note waits for its reviewer from then on. */
export const answerNote = async (tx: Queryable, id: string, answer: NoteAnswer): Promise<void> => {
  await tx.query('note-answer', `UPDATE note SET status = 'answered', answers = answers || $2::jsonb WHERE id = $1`, [
    id,
    JSON.stringify([answer]),
  ])
}

export const resolveNote = async (tx: Queryable, id: string): Promise<void> => {
  await tx.query('note-resolve', `UPDATE note SET status = 'resolved' WHERE id = $1`, [id])
}
