import {
  type Anchor,
  decideMove,
  kinds,
  type MoveFacts,
  type MoveName,
  may,
  moveNames,
  moves,
  needLabels,
  type WorkflowSettings,
} from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import type { Asker } from './asker.ts'
import { type KnownFacts, needsHands, noHands, openNotes, readHands } from './known-facts.ts'
import { closedAt, type SubmissionRecord } from './submission.ts'

/** What is sent along with a move. */
export interface SentWithMove {
  reason?: string
  answerBy?: string
  openAnchors?: Anchor[] | null
}

/** What decides about moves: who asked before, what was said, what was looked at. `blocking`, `unevaluated` are 0: they take an evaluation. */
export const moveFacts = async (
  tx: Queryable,
  submission: SubmissionRecord,
  asker: Asker,
  now: Date,
  settings: WorkflowSettings,
  sent: SentWithMove = {},
  known?: KnownFacts,
): Promise<MoveFacts> => {
  const { status, submittedFrom, claimedBy, origin } = submission
  const kind = kinds[submission.form]
  const notes = known ? known.openNotes : await openNotes(tx, submission)
  const hands = known ? (known.hands ?? noHands) : needsHands(status) ? await readHands(tx, submission, asker) : noHands
  return {
    status,
    settings,
    submittedFrom,
    // What was brought in from before the system is corrected by bringing it in again.
    may: permission =>
      origin === 'filed' &&
      may(asker.access, permission, {
        today: asker.today,
        reportType: submission.reportType,
        office: submission.officePath,
        reviewer: kind?.reviewer,
      }),
    cleanHands: hands.clean,
    claim: claimedBy === null ? 'none' : hands.claimed ? 'own' : 'other',
    reviewedFirst: hands.reviewed,
    blocking: 0,
    periodOpen: isOpenAt(submission, now),
    unansweredNotes: notes,
    openNotes: notes,
    unevaluated: 0,
    unticked: hands.claimed ? await countUnticked(tx, submission) : 0,
    ...sent,
  }
}

/** A move that may be tried, with what it still lacks. */
export interface PossibleMove {
  move: MoveName
  needs: { code: string; message: string }[]
}

/** Taken as given: it is asked when the move is tried. */
const asked: SentWithMove = { reason: '-', answerBy: '-', openAnchors: null }

export const cleanHandsMessage =
  'Anda ikut mengisi, membagi, melampirkan, menandatangani, mengirim, menarik kembali, atau meminta laporan ini dibuka, jadi orang lain yang memeriksanya.'

/**
 * The moves that whoever asks may try now. A reason, date or choice of parts is asked when it is tried, and whether answers
 * block handing in, or an evaluation is complete, takes an evaluation: none of these is named here.
 */
export const movesFor = async (
  tx: Queryable,
  submission: SubmissionRecord,
  asker: Asker,
  now: Date,
  known?: KnownFacts,
): Promise<PossibleMove[]> => {
  const target = { today: asker.today, reportType: submission.reportType, office: submission.officePath }
  const reviewer = kinds[submission.form]?.reviewer
  const tried = moveNames.filter(
    name =>
      moves[name].steps.some(({ from }) => from === submission.status) &&
      may(asker.access, moves[name].permission, { ...target, reviewer }),
  )
  if (tried.length === 0) return []
  // Which steps the region takes says where a move leads, not whether it may be tried.
  const facts = await moveFacts(tx, submission, asker, now, { signing: false, secondReview: false }, asked, known)
  return tried.flatMap((move): PossibleMove[] => {
    const decision = decideMove(move, facts)
    if (!('refused' in decision)) return [{ move, needs: [] }]
    if (decision.refused === 'clean-hands')
      return [{ move, needs: [{ code: 'clean-hands', message: cleanHandsMessage }] }]
    if (decision.refused !== 'needs-unmet') return []
    return [{ move, needs: decision.needs.map(code => ({ code, message: needLabels[code] })) }]
  })
}

const isOpenAt = (submission: SubmissionRecord, now: Date): boolean =>
  closedAt(submission, now) === null && (submission.opensAt === null || submission.opensAt <= now)

/** The rows of the newest revision that declare a state (nil and the like), as anchors of rows. */
const declared = `SELECT DISTINCT '/' || t.key || '/' || r.key AS anchor
  FROM revision v, jsonb_each(v.body -> 'answers') t, jsonb_each(t.value) r
  WHERE v.submission_id = $1 AND v.n = $2 AND jsonb_typeof(r.value -> 'state') = 'string'
    AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v.body -> 'findings') f
                    WHERE f ->> 'code' = 'not-in-form' AND (f ->> 'at' = '/' || t.key || '/' || r.key
                       OR starts_with(f ->> 'at', '/' || t.key || '/' || r.key || '/')))`

const countUnticked = async (tx: Queryable, { id, latestRevision }: SubmissionRecord): Promise<number> => {
  const [row] = await tx.query<{ unticked: number }>(
    'facts-unticked',
    `SELECT count(*)::int AS unticked FROM (${declared}) d
     WHERE NOT EXISTS (SELECT 1 FROM tick k WHERE k.submission_id = $1 AND k.n = $2 AND k.anchor = d.anchor)`,
    [id, latestRevision],
  )
  return row?.unticked ?? 0
}
