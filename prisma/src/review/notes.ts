import type { ActorId, Anchor, NoteStatus } from '@sepakat/rules'
import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'

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
  /** The revision it was written about. */
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
const noteRow = rowOf<Note>({
  id: col.uuid,
  anchor: col.text,
  text: col.text,
  status: col.text,
  revision: col.int4.orNull,
  by: col.text,
  at: col.timestamptz,
  answers: col.jsonb,
})

const noteInsert = statement(
  'note-insert',
  `INSERT INTO note (id, submission_id, anchor, text, status, revision, by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

/** @returns its id */
export const insertNote = async (tx: Queryable, note: NewNote): Promise<string> => {
  const id = note.id ?? v7()
  await tx.query(noteInsert, [
    id,
    note.submission,
    note.anchor,
    note.text,
    note.status ?? 'open',
    note.revision,
    note.by,
    note.at,
  ])
  return id
}

const notesOf = statement('notes-of', `SELECT ${columns} FROM note WHERE submission_id = $1 ORDER BY at, id`, noteRow)

/** Those of one submission in the order they were written. */
export const listNotes = (tx: Queryable, submission: string): Promise<Note[]> => tx.query(notesOf, [submission])

const noteFind = statement('note-find', `SELECT ${columns} FROM note WHERE submission_id = $1 AND id = $2`, noteRow)

export const findNote = async (tx: Queryable, submission: string, id: string): Promise<Note | null> =>
  (await tx.query(noteFind, [submission, id]))[0] ?? null

const noteOwnerSql = statement('note-owner', 'SELECT submission_id AS submission FROM note WHERE id = $1', {
  submission: col.uuid,
})

/** The submission an id of a note is taken by, whosever it is; null where it is free. */
export const noteOwner = async (tx: Queryable, id: string): Promise<string | null> =>
  (await tx.query(noteOwnerSql, [id]))[0]?.submission ?? null

const notesOpen = statement(
  'notes-open',
  `SELECT id FROM note WHERE submission_id = $1 AND status = 'open' ORDER BY id`,
  { id: col.uuid },
)

export const openNoteIds = async (tx: Queryable, submission: string): Promise<string[]> =>
  (await tx.query(notesOpen, [submission])).map(({ id }) => id)

const noteAnswer = statement(
  'note-answer',
  `UPDATE note SET status = 'answered', answers = answers || $2::jsonb WHERE id = $1`,
)

/** Appends an answer of the office; the note waits for its reviewer from then on. */
export const answerNote = async (tx: Queryable, id: string, answer: NoteAnswer): Promise<void> => {
  await tx.query(noteAnswer, [id, JSON.stringify([answer])])
}

const noteResolve = statement('note-resolve', `UPDATE note SET status = 'resolved' WHERE id = $1`)

export const resolveNote = async (tx: Queryable, id: string): Promise<void> => {
  await tx.query(noteResolve, [id])
}
