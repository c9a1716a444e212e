import type { ChangesToWrite, ToSave } from '@sepakat/db'
import {
  type Accepted,
  type Capacity,
  closedAt,
  type Judgements,
  judgeChanges,
  type KnownRows,
  kinds,
  memoryView,
  type RowRecord,
  type SentChange,
  viaOf,
} from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'

export type Asked = Pick<Context<'PATCH /submissions/:id/answers'>, 'params' | 'body' | 'actor' | 'now' | 'ifMatch'>

/** One id has one text in the database; who sends it otherwise is answered as he or she wrote it. */
export const changesIn = ({ body }: Pick<Asked, 'body'>): SentChange[] =>
  body.changes.map(change => ({ ...change, changeId: change.changeId.toLowerCase() }))

export const kindOf = ({ form }: Pick<ToSave, 'form'>) => {
  const kind = kinds[form]
  if (!kind) throw problem('not-found')
  return kind
}

/** What was read, on which changes are judged. */
interface Stored {
  submission: ToSave
  capacity: Capacity
  records: RowRecord[]
  knownRows: KnownRows | undefined
  accepted?: ReadonlyMap<string, Accepted>
  /** How many rows may still be added, where some are. */
  room?: number | undefined
}

/** Judges what was sent on what is stored: pure. */
export const judgeSave = (
  { submission, capacity, records, ...known }: Stored,
  changes: SentChange[],
  { actor, now, ifMatch }: Asked,
): Judgements =>
  judgeChanges(memoryView(records), changes, {
    kind: kindOf(submission),
    lock: {
      status: submission.status,
      since: submission.statusAt.toISOString(),
      by: submission.statusBy,
      openAnchors: submission.openAnchors,
      closedAt: closedAt(submission, now)?.toISOString() ?? null,
      capacity,
    },
    rev: submission.version + 1,
    by: actor.id,
    at: now.toISOString(),
    ifMatch: ifMatch !== undefined,
    ...known,
  })

/** What was accepted, as it is written. */
export const changesToWrite = (
  submission: string,
  { records, writes, version }: Judgements,
  { body, actor, now }: Asked,
): ChangesToWrite => {
  const deviceAt = body.deviceAt === undefined ? undefined : new Date(body.deviceAt)
  const imported = new Set(body.changes.flatMap(({ via, changeId }) => (via ? [changeId.toLowerCase()] : [])))
  return {
    submission,
    records: records.map(record => ({
      ...record,
      via: viaOf({ by: actor.via, imported: imported.has(record.changeId), deviceAt, now }),
    })),
    writes,
    version,
    actor: actor.id,
    device: body.device,
    deviceAt,
    at: now,
  }
}
