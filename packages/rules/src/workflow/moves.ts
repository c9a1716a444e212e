import type { Permission } from '../access/permissions.ts'
import type { MoveNeed } from './needs.ts'
import type { Status } from './statuses.ts'

export const moveNames = [
  'submit',
  'sign',
  'decline',
  'withdraw',
  'claim',
  'release',
  'return',
  'approve',
  'reopen',
  'unclaim',
] as const
export type MoveName = (typeof moveNames)[number]

export const moveLabels: Record<MoveName, string> = {
  submit: 'Kirim',
  sign: 'Tanda tangani',
  decline: 'Tolak menandatangani',
  withdraw: 'Tarik kembali',
  claim: 'Ambil untuk diperiksa',
  release: 'Lepaskan',
  return: 'Kembalikan',
  approve: 'Setujui',
  reopen: 'Buka kembali',
  unclaim: 'Lepaskan dari pemeriksa',
}

/** Settings of the region per report type: which of the steps it takes. */
export interface WorkflowSettings {
  signing: boolean
  secondReview: boolean
}

/** `origin`: the status it was submitted from, draft or returned. `same`: the status stays, only the claim changes. */
type To = Status | 'origin' | 'same'
export interface Step {
  from: Status
  to: To | ((settings: WorkflowSettings) => Status)
  needs: readonly MoveNeed[]
}
export interface Move {
  permission: Permission
  /** refused to a person who typed, attached, contributed, signed or submitted anything of this submission */
  cleanHands: boolean
  /** what becomes of the claim; absent: it stays */
  claim?: 'own' | 'none'
  steps: readonly Step[]
}

const submitted = ({ signing }: WorkflowSettings): Status => (signing ? 'signing' : 'submitted')
const toSubmit: MoveNeed[] = ['nothing-blocks', 'period-open', 'notes-answered']
const sendBack: MoveNeed[] = ['own-claim', 'open-note', 'date', 'anchors']
const accept: MoveNeed[] = ['own-claim', 'ticks', 'evaluated']

/** The one table of moves. Only `draft` and `returned` are open to the office. */
export const moves: Record<MoveName, Move> = {
  submit: {
    permission: 'submission.submit',
    cleanHands: false,
    steps: [
      { from: 'draft', to: submitted, needs: toSubmit },
      { from: 'returned', to: submitted, needs: toSubmit },
    ],
  },
  sign: {
    permission: 'submission.sign',
    cleanHands: false,
    steps: [{ from: 'signing', to: 'submitted', needs: [] }],
  },
  decline: {
    permission: 'submission.sign',
    cleanHands: false,
    steps: [{ from: 'signing', to: 'origin', needs: ['reason'] }],
  },
  withdraw: {
    permission: 'submission.submit',
    cleanHands: false,
    steps: [
      { from: 'signing', to: 'origin', needs: ['unclaimed'] },
      { from: 'submitted', to: 'origin', needs: ['unclaimed'] },
    ],
  },
  claim: {
    permission: 'submission.review',
    cleanHands: true,
    claim: 'own',
    steps: [
      { from: 'submitted', to: 'in-review', needs: ['unclaimed'] },
      { from: 'second-review', to: 'same', needs: ['unclaimed', 'another-person'] },
    ],
  },
  release: {
    permission: 'submission.review',
    cleanHands: false,
    claim: 'none',
    steps: [
      { from: 'in-review', to: 'submitted', needs: ['own-claim'] },
      { from: 'second-review', to: 'same', needs: ['own-claim'] },
    ],
  },
  return: {
    permission: 'submission.review',
    cleanHands: true,
    claim: 'none',
    steps: [
      { from: 'in-review', to: 'returned', needs: sendBack },
      { from: 'second-review', to: 'returned', needs: sendBack },
    ],
  },
  approve: {
    permission: 'submission.review',
    cleanHands: true,
    claim: 'none',
    steps: [
      { from: 'in-review', to: ({ secondReview }) => (secondReview ? 'second-review' : 'approved'), needs: accept },
      { from: 'second-review', to: 'approved', needs: [...accept, 'another-person'] },
    ],
  },
  reopen: {
    permission: 'submission.reopen',
    cleanHands: false,
    steps: [{ from: 'approved', to: 'returned', needs: ['reason', 'date', 'anchors'] }],
  },
  // A claimant may be ill: the coordinator releases the claim for another. Decision 0016.
  unclaim: {
    permission: 'submission.reopen',
    cleanHands: false,
    claim: 'none',
    steps: [
      { from: 'in-review', to: 'submitted', needs: ['claimed', 'reason'] },
      { from: 'second-review', to: 'same', needs: ['claimed', 'reason'] },
    ],
  },
}
