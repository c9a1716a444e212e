import type { BodyOf } from '../apiTypes.ts'
import { api } from '../transport/api.ts'
import type { OutboxDeps } from './outbox.ts'

type Changes = BodyOf<'PATCH /submissions/:id/answers'>['changes']

/** Sends the changes of a report to the server. */
export const savingTo =
  (submission: string): OutboxDeps['send'] =>
  (changes, deviceAt, route) =>
    api(`PATCH /submissions/:id/${route}`, {
      params: { id: submission },
      body: { changes: changes as Changes, deviceAt },
    })
