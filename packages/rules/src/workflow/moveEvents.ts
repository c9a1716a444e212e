import type { EventType } from '../eventTypes.ts'
import type { MoveName } from './moves.ts'

/** The event that each move leaves. */
export const moveEvents = {
  submit: 'submission.submitted',
  sign: 'submission.signed',
  decline: 'submission.declined',
  withdraw: 'submission.withdrawn',
  claim: 'submission.claimed',
  release: 'submission.released',
  return: 'submission.returned',
  approve: 'submission.approved',
  reopen: 'submission.reopened',
  unclaim: 'submission.released',
} as const satisfies Record<MoveName, EventType>
