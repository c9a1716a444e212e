import type { WorkflowSettings } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { lockHead } from '../history/heads.ts'
import { submissionStream } from '../history/streams.ts'
import { movesOf, type Settings } from '../settings/settings.ts'
import { col, rowOf, statement } from '../statement.ts'
import { factColumns, factValues, type KnownFacts } from './knownFacts.ts'
import { partsColumn, partsRow, type SubmissionRecord, submissionLock } from './submission.ts'

/** A submission with what its moves are judged by. */
export interface LockedToMove {
  submission: SubmissionRecord
  known: KnownFacts
  /** Which steps the region chose for its report type. */
  settings: WorkflowSettings
}

const moveFacts = statement(
  'move-facts',
  `SELECT ${partsColumn}, ${factColumns('true')}, (SELECT value FROM setting WHERE key = 'moves') AS moves FROM submission s WHERE s.id = $1`,
  rowOf<Pick<SubmissionRecord, 'contributions'> & KnownFacts & { moves: Partial<Settings['moves']> | null }>({
    ...partsRow,
    openNotes: col.int4.notNull('a test for null'),
    hands: col.json.orNull,
    moves: col.jsonb.orNull,
  }),
)

/**
 * The submission, locked as by `lockSubmission`, and the head of its history, with what the moves of a person are judged by, in one
 * round trip. Parts, notes and events are read by a statement after it: one that waits for a lock sees them as they were before.
 */
export const lockToMove = async (tx: Queryable, id: string, person: string): Promise<LockedToMove | null> => {
  const [[row], [facts]] = await Promise.all([
    tx.query(submissionLock, [id]),
    tx.query(moveFacts, [id, ...factValues(person)]),
    lockHead(tx, submissionStream(id)),
  ])
  if (!row || !facts) return null
  const { contributions, moves, ...known } = facts
  return { submission: { ...row, contributions }, known, settings: movesOf(moves, row.reportType) }
}
