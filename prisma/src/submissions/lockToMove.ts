import type { ActorId, WorkflowSettings } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { lockHead } from '../history/heads.ts'
import { newestSealMark } from '../history/seal.ts'
import { submissionStream } from '../history/streams.ts'
import { officeName } from '../offices/officeName.ts'
import { movesOf, type Settings } from '../settings/settings.ts'
import { col, rowOf, type Statement, statement } from '../statement.ts'
import { besideColumns, besideRow, type ToldBeside } from './findSubmissionDetails.ts'
import { factColumns, factValues, type KnownFacts } from './knownFacts.ts'
import { partsColumn, partsRow, type SubmissionRecord, submissionLock } from './submission.ts'

/** A submission with what its moves are judged by. */
export interface LockedToMove {
  submission: SubmissionRecord
  known: KnownFacts
  /** Which steps the region chose for its report type. */
  settings: WorkflowSettings
}

type Facts = Pick<SubmissionRecord, 'contributions'> & KnownFacts & { moves: Partial<Settings['moves']> | null }

const factsOfMove = `${partsColumn}, ${factColumns('true')}, (SELECT value FROM setting WHERE key = 'moves') AS moves`
const factsRow = rowOf<Facts>({
  ...partsRow,
  openNotes: col.int4.notNull('a test for null'),
  hands: col.json.orNull,
  moves: col.jsonb.orNull,
})
const moveFacts = statement('move-facts', `SELECT ${factsOfMove} FROM submission s WHERE s.id = $1`, factsRow)

/** What is told of a submission once it is submitted, in addition to what the submitting writes. */
export interface ToldOfSubmitted extends ToldBeside {
  /** Notes that are open, also of one that was never submitted. */
  notes: number
  seal: string | null
}

const submitFacts = statement(
  'submit-facts',
  `SELECT ${factsOfMove}, ${besideColumns('s.claimed_by', '$5::text')},
     (SELECT count(*)::int FROM note m WHERE m.submission_id = s.id AND m.status = 'open') AS notes,
     ${newestSealMark} AS seal
   FROM submission s CROSS JOIN LATERAL ${officeName('s.office_id', '$4::date')} n WHERE s.id = $1`,
  {
    ...factsRow,
    ...besideRow,
    notes: col.int4.notNull('a count'),
    seal: col.text.orNull,
  },
)

/** Locks, and then reads by a statement after it: one that waits for a lock sees other rows as they were before it waited. */
const lockWith = async <F extends Facts>(tx: Queryable, id: string, reading: Statement<F>, values: unknown[]) => {
  const [[row], [facts]] = await Promise.all([
    tx.query(submissionLock, [id]),
    tx.query(reading, [id, ...values]),
    lockHead(tx, submissionStream(id)),
  ])
  if (!row || !facts) return null
  const { contributions, moves, openNotes, hands, ...told } = facts
  const submission: SubmissionRecord = { ...row, contributions }
  return { submission, known: { openNotes, hands }, settings: movesOf(moves, row.reportType), told }
}

/**
 * The submission, locked as by `lockSubmission`, and the head of its history, with what the moves of a person are judged by, in one
 * round trip.
 */
export const lockToMove = (tx: Queryable, id: string, person: string): Promise<LockedToMove | null> =>
  lockWith(tx, id, moveFacts, factValues(person))

/** The same, with what is told of it once it is submitted. `today` as 2026-03-31. */
export const lockToSubmit = (
  tx: Queryable,
  id: string,
  { actor, person, today }: { actor: ActorId; person: string; today: string },
): Promise<(LockedToMove & { told: ToldOfSubmitted }) | null> =>
  lockWith(tx, id, submitFacts, [...factValues(person), today, actor])
