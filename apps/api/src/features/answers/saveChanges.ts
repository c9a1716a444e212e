import {
  actorNames,
  countRows,
  formRows,
  type LockedToSave,
  loadTouched,
  noEvent,
  type Queryable,
  writeChanges,
} from '@sepakat/db'
import { closedAt, judgeChanges, kinds, type Lock, memoryView, mostRows, touchedRows, viaOf } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { refusedChanges } from './refusedChanges.ts'
import { actorsIn, resultView } from './view.ts'

export type Asked = Pick<Context<'PATCH /submissions/:id/answers'>, 'params' | 'body' | 'actor' | 'now' | 'ifMatch'>

/**
 * Saves changes as the protocol says: in the locked submission each change is judged against the stored rows, the accepted ones are
 * written with their history and the version, and nothing else. Progress and findings are computed later, not here.
 * @throws stale, and under If-Match invalid where one is not accepted
 */
export const saveChanges = async (
  tx: Queryable,
  submission: LockedToSave,
  capacity: Lock['capacity'],
  { body, actor, now, ifMatch }: Asked,
) => {
  // One id has one text in the database; who sends it otherwise is answered as he or she wrote it.
  const changes = body.changes.map(change => ({ ...change, changeId: change.changeId.toLowerCase() }))
  const kind = kinds[submission.form]
  if (!kind) throw problem('not-found')
  const { records, accepted } = await loadTouched(tx, submission.id, touchedRows(changes, kind), changes)
  const { version } = submission
  // A replay under If-Match finds the version moved by its own first arrival: it is answered as the first time.
  const replay = changes.every(({ changeId }) => accepted.get(changeId)?.here)
  if (ifMatch !== undefined && ifMatch !== version && !replay) throw problem('stale', { version })

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
    by: actor.id,
    at: now.toISOString(),
    knownRows: await formRows(tx, submission, submission.rows),
    ifMatch: ifMatch !== undefined,
    accepted,
    room: changes.some(({ op }) => op === 'add') ? mostRows - (await countRows(tx, submission.id)) : undefined,
  })
  if (ifMatch !== undefined && !judged.whole) throw refusedChanges(judged.results, version)
  const nameOf = await actorNames(tx, judged.results.flatMap(actorsIn))
  if (judged.records.length > 0) {
    const deviceAt = body.deviceAt === undefined ? undefined : new Date(body.deviceAt)
    const imported = new Set(changes.flatMap(({ via, changeId }) => (via ? [changeId] : [])))
    await writeChanges(tx, {
      submission: submission.id,
      records: judged.records.map(record => ({
        ...record,
        via: viaOf({ by: actor.via, imported: imported.has(record.changeId), deviceAt, now }),
      })),
      writes: judged.writes,
      version: judged.version,
      actor: actor.id,
      device: body.device,
      deviceAt,
      at: now,
    })
  }
  const results = judged.results.map((result, at) =>
    resultView({ ...result, changeId: body.changes[at]!.changeId }, nameOf),
  )
  return noEvent({ version: judged.version, results })
}
