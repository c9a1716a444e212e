import { ProblemError } from '../problems/ProblemError.ts'
import { type OutboxDeps, outboxOf } from './outbox.ts'
import type { OutboxStore } from './pending.ts'

/** In another post it may be out of reach: then it waits for the one it was typed in. */
export class OutOfReach extends Error {}

const asWaiting = (error: unknown): never => {
  const status = error instanceof ProblemError ? error.problem.status : 0
  throw status === 403 || status === 404 ? new OutOfReach('out of reach', { cause: error }) : error
}

/**
 * Sends what an earlier visit left unsent of a report that is not open: with the same outbox, without a form. What does not go
 * through stays on the device for the user. @throws what kept it from being sent.
 */
export function sendReport(
  disk: OutboxStore,
  send: OutboxDeps['send'],
  onChange: (sending: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const outbox = outboxOf({
      disk,
      send: (...batch) => send(...batch).catch(asWaiting),
      onAccepted: ({ pointer, op, value }, rev) => outbox.learn({ pointer, op, value, rev }),
      onRefused: () => {},
      onChange: () => {
        const { waiting, sending, failure, onPage, unread } = outbox.state()
        onChange(sending ? waiting : 0)
        if (failure === null && onPage === 0 && !unread && (waiting > 0 || sending)) return
        outbox.stop()
        const end = failure === null ? resolve : () => reject(failure)
        void outbox.saved().then(end)
      },
    })
    void outbox.left().then(outbox.restore)
  })
}
