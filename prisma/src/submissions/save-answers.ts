import {
  type ActorId,
  judgeChanges,
  kinds,
  type Lock,
  memoryView,
  mostRows,
  type Result,
  type RowId,
  type SentChange,
  touchedRows,
  type Via,
} from '@sepakat/rules'
import { capacityOf } from '../contributions/part-of.ts'
import type { Queryable } from '../database.ts'
import { assignedRows } from '../forms/form-basis.ts'
import { formRows } from '../forms/known-rows.ts'
import { actorNames } from './actor-names.ts'
import { countRows } from './answer-rows.ts'
import { type Asker, mayTo } from './asker.ts'
import { loadTouched } from './judge-basis.ts'
import { closedAt, type SubmissionRecord, submissionColumns, submissionTables } from './submission.ts'
import { writeChanges } from './write-changes.ts'

export interface SaveAsk {
  submission: string
  changes: SentChange[]
  /** All or nothing on top of this version, without bases. */
  ifMatch?: number
  device?: string
  /** When the device says it was typed. */
  deviceAt?: Date
  asker: Asker
  now: Date
}

type Conflict = Result & { result: 'conflict' }
type Locked = Result & { result: 'locked' }
/** A result as it is sent: what others did names them. */
type NamedResult =
  | Exclude<Result, Conflict | Locked>
  | (Conflict & { theirs: { name: string } })
  | (Locked & { name: string })

export type Saved =
  | { outcome: 'saved'; version: number; results: NamedResult[] }
  /** Under If-Match: nothing was written. */
  | { outcome: 'refused'; version: number; results: NamedResult[] }
  | { outcome: 'stale'; version: number }
  | { outcome: 'not-found' }
  | { outcome: 'no-right' }

/** Typed minutes before it arrives: it waited on the device without a network. */
const offlineAfterMs = 120_000

const viaOf = ({ asker, deviceAt, now }: SaveAsk): Via => {
  if (asker.via === 'key') return 'api'
  return deviceAt !== undefined && now.getTime() - deviceAt.getTime() > offlineAfterMs ? 'offline' : 'typed'
}

export type LockedToSave = SubmissionRecord & { rows: RowId[] }

/** The submission, locked, with the rows assigned to its office. */
export const lockToSave = async (tx: Queryable, id: string): Promise<LockedToSave | undefined> =>
  (
    await tx.query<LockedToSave>(
      'submission-lock-save',
      `SELECT ${submissionColumns}, ${assignedRows('s.office_id', 's.form', 'left(s.period, 4)::int')} AS rows
       FROM ${submissionTables} WHERE s.id = $1 FOR NO KEY UPDATE OF s`,
      [id],
    )
  )[0]

/** Saves what the office writes of its own report, or a contributor of the part that was handed over. */
export const saveAnswers = async (tx: Queryable, ask: SaveAsk): Promise<Saved> => {
  const { asker } = ask
  const submission = await lockToSave(tx, ask.submission)
  if (!submission) return { outcome: 'not-found' }
  const capacity = capacityOf(asker, submission)
  if (!capacity) return { outcome: mayTo(asker, 'submission.read', submission) ? 'no-right' : 'not-found' }
  return saveLocked(tx, ask, submission, capacity)
}

/**
 * Saves changes as the protocol says: in the locked submission each change is judged against what stands, the accepted ones are
 * written with their history and the version, and nothing else. Progress and findings are computed later, not here.
 */
export const saveLocked = async (
  tx: Queryable,
  ask: SaveAsk,
  submission: LockedToSave,
  capacity: Lock['capacity'],
): Promise<Saved> => {
  const { asker, changes, ifMatch, now } = ask
  const kind = kinds[submission.form]
  if (!kind) return { outcome: 'not-found' }
  const { records, accepted } = await loadTouched(tx, submission.id, touchedRows(changes, kind), changes)
  const { version } = submission
  // A replay under If-Match finds the version moved by its own first arrival: it is answered as the first time.
  const replay = changes.every(({ changeId }) => accepted.get(changeId)?.here)
  if (ifMatch !== undefined && ifMatch !== version && !replay) return { outcome: 'stale', version }

  const judged = judgeChanges(memoryView(records), changes, {
    kind,
    lock: {
      status: submission.status,
      since: submission.statusAt.toISOString(),
      by: submission.statusBy,
      openAnchors: submission.openAnchors,
      closedAt: closedAt(submission, now)?.toISOString() ?? null,
      capacity,
    },
    rev: version + 1,
    by: asker.id,
    at: now.toISOString(),
    knownRows: await formRows(tx, submission, submission.rows),
    ifMatch: ifMatch !== undefined,
    accepted,
    room: changes.some(({ op }) => op === 'add') ? mostRows - (await countRows(tx, submission.id)) : undefined,
  })
  const results = await named(tx, judged.results)
  if (ifMatch !== undefined && !judged.whole) return { outcome: 'refused', version, results }
  if (judged.records.length > 0) {
    const via = viaOf(ask)
    const imported = new Set(via === 'api' ? [] : changes.flatMap(one => (one.via ? [one.changeId] : [])))
    await writeChanges(tx, {
      submission: submission.id,
      records: judged.records.map(record => ({ ...record, via: imported.has(record.changeId) ? 'import' : via })),
      writes: judged.writes,
      version: judged.version,
      actor: asker.id,
      device: ask.device,
      deviceAt: ask.deviceAt,
      at: now,
    })
  }
  return { outcome: 'saved', version: judged.version, results }
}

const actorsIn = (result: Result): ActorId[] => {
  if (result.result === 'conflict') return [result.theirs.by]
  return result.result === 'locked' && result.by !== null ? [result.by] : []
}

const named = async (tx: Queryable, results: Result[]): Promise<NamedResult[]> => {
  const nameOf = await actorNames(tx, results.flatMap(actorsIn))
  return results.map(result => {
    if (result.result === 'conflict')
      return { ...result, theirs: { ...result.theirs, name: nameOf(result.theirs.by).name } }
    if (result.result === 'locked') return { ...result, name: result.by === null ? '' : nameOf(result.by).name }
    return result
  })
}
