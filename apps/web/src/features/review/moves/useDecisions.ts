import { useSignal } from '#sync/useSignal.ts'
import { needsTick } from '../model/marks.ts'
import { type Review, useReview } from '../ReviewContext.ts'
import { tried } from './reviewing.ts'

type Tried = ReturnType<typeof tried>

export interface Decisions {
  claim: Tried
  release: Tried
  approve: Tried
  return: Tried
  sign: Tried
  decline: Tried
  reopen: Tried
  unclaim: Tried
  /** The declared states without a tick, in order. */
  missing: readonly string[]
}

/** The moves possible now, each with why not yet. */
export function useDecisions(): Decisions {
  const { submission, reviewing, evaluation, sheet, ticked } = useReview()
  const stuck = useSignal(evaluation, 'outbox', of => of?.undecided().length ?? 0)
  const missing = reviewing ? missingTicks({ sheet, ticked }) : []
  const open = reviewing ? sheet.review.filter(finding => finding.blocks).length : 0
  const approve = tried(submission, 'approve')
  const back = tried(submission, 'return')
  // An unclaimed report cannot be decided; while another has claimed it, that is the reason.
  const decided = (what: Tried) => (approve && (reviewing || submission.claimedBy) ? what : null)
  return {
    // A claimed report cannot be claimed.
    claim: submission.claimedBy ? null : tried(submission, 'claim'),
    release: reviewing ? tried(submission, 'release') : null,
    approve: decided(missing.length + open + stuck > 0 ? { whyNot: lacking(missing.length, open, stuck) } : approve),
    // A note can still be written in the dialog itself.
    return: reviewing && back ? { whyNot: null } : null,
    sign: tried(submission, 'sign'),
    decline: tried(submission, 'decline'),
    reopen: tried(submission, 'reopen'),
    unclaim: submission.claimedBy ? tried(submission, 'unclaim') : null,
    missing,
  }
}

const lacking = (ticks: number, open: number, stuck: number): string =>
  [
    ticks > 0 && `${ticks} isian nihil belum disetujui.`,
    open > 0 && `${open} isian penilai belum lengkap.`,
    stuck > 0 && `${stuck} isian Anda belum tersimpan.`,
  ]
    .filter(Boolean)
    .join(' ')

const missingTicks = ({ sheet, ticked }: Pick<Review, 'sheet' | 'ticked'>): string[] =>
  sheet.rows.filter(row => needsTick(sheet, row) && !ticked.has(row.anchor)).map(row => row.anchor)
