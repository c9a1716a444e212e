import type { EventType } from '@sepakat/rules'
import { messagesOf } from '@sepakat/rules/webhooks/messageTypes.ts'
import { jobInsert } from '../jobs/enqueue.ts'
import { statement } from '../statement.ts'
import type { Transaction } from '../transaction.ts'

/** An event of history of which programs are told. */
export interface ToldEvent {
  stream: string
  seq: number
}

const toldEnqueue = statement(
  'webhook-told-enqueue',
  `${jobInsert} AND EXISTS (SELECT 1 FROM webhook) ON CONFLICT DO NOTHING`,
)

/** With the event that it tells of, or not at all; where no webhook is, nothing. */
export const enqueueMessages = (tx: Transaction, type: EventType, { stream, seq }: ToldEvent): void => {
  if (messagesOf(type).length === 0) return
  tx.send(toldEnqueue, ['webhook-told', `${stream} ${seq}`, JSON.stringify({ stream, seq }), 0])
}
