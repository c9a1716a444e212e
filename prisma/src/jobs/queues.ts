import type { EditionType } from '@sepakat/rules/editions/editionTypes.ts'
import type { OwnOutline } from '@sepakat/rules/editions/ownOutline.ts'
import type { PaperTemplate } from '@sepakat/rules/papers/PaperKind.ts'
import type { Queue } from 'pg-boss'

export const jobsSchema = 'pgboss'

/** Jobs that wait: at most one of the same key waits at a time, since it will see whatever was written before it runs. */
const waiting = { policy: 'short', retryLimit: 5, retryDelay: 5, retryBackoff: true, heartbeatSeconds: 10 } as const
/** Jobs by the clock: one that fails is done again at its next turn. */
const byClock = { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 86_400 } as const

/** Every queue, and for those by the clock when (in the region's zone). */
export const queues = {
  recheck: waiting,
  print: waiting,
  // long work: what fails is tried twice more, and given up after ten minutes
  edition: { ...waiting, retryLimit: 2, expireInSeconds: 600, heartbeatSeconds: 60 },
  // what programs are told, and each try to send it: whatever is tried again here was ended with its worker
  'webhook-told': { ...waiting, retryLimit: 20 },
  webhook: { ...waiting, retryLimit: 20, expireInSeconds: 600 },
  'webhook-late': { ...byClock, cron: '*/10 * * * *' },
  // by the clock too: what was submitted while its rule set was just being replaced waits for the next turn
  recompute: { ...waiting, cron: '*/5 * * * *' },
  // by the clock too: what could not be sent is tried again; each message may wait ten minutes for the answer of its server
  mail: { ...waiting, retryLimit: 0, expireInSeconds: 3600, cron: '* * * * *' },
  // in the morning, and later in the day where no worker ran then: a day is done once
  notices: { ...byClock, cron: '15 6-20 * * *' },
  seal: { ...byClock, cron: '* * * * *' },
  feed: { ...byClock, cron: '* * * * *' },
  progress: { ...byClock, cron: '* * * * *' },
  reorganise: { ...byClock, cron: '10 * * * *' },
  'office-paths': { ...byClock, cron: '5 0 * * *' },
  lines: { ...byClock, cron: '40 2 * * *' },
  'clean-up': { ...byClock, cron: '17 * * * *' },
} as const satisfies Record<string, Omit<Queue, 'name'> & { cron?: string }>

export type QueueName = keyof typeof queues

/** A file of an edition that was ordered. */
export interface EditionJob {
  edition: string
  file: string
}

/**
 * A revision whose PDF is asked for, or one of its official papers; `n` null: that paper of the draft. Or an example of a paper by a
 * template, or of a report of the regency by an outline, that somebody looks at before it is saved.
 */
export type PrintJob =
  | { submission: string; n: number | null; paper?: string }
  | { example: { paper: string; template: PaperTemplate } }
  | { example: { edition: EditionType; outline: OwnOutline } }
