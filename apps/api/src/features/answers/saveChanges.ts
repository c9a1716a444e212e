import {
  actorNames,
  countRows,
  formRows,
  loadTouched,
  noEvent,
  type Queryable,
  type ToSave,
  writeChanges,
} from '@sepakat/db'
import { type Lock, mostRows, touchedRows } from '@sepakat/rules'
import { problem } from '#http/problem.ts'
import { type Asked, changesIn, changesToWrite, judgeSave, kindOf } from './judgeSave.ts'
import { refusedChanges } from './refusedChanges.ts'
import { actorsIn, resultView } from './view.ts'

/**
 * Saves changes as the protocol says: in the locked submission each change is judged against the stored rows, the accepted ones are
 * written with their history and the version, and nothing else. Progress and findings are computed later, not here.
 * @throws stale, and under If-Match invalid where one is not accepted
 */
export const saveChanges = async (tx: Queryable, submission: ToSave, capacity: Lock['capacity'], asked: Asked) => {
  const { ifMatch, body } = asked
  const changes = changesIn(asked)
  const { records, accepted } = await loadTouched(tx, submission.id, touchedRows(changes, kindOf(submission)), changes)
  const { version } = submission
  // A replay under If-Match finds the version moved by its own first arrival: it is answered as the first time.
  const replay = changes.every(({ changeId }) => accepted.get(changeId)?.here)
  if (ifMatch !== undefined && ifMatch !== version && !replay) throw problem('stale', { version })

  const knownRows = await formRows(tx, submission, submission.rows)
  const room = changes.some(({ op }) => op === 'add') ? mostRows - (await countRows(tx, submission.id)) : undefined
  const judged = judgeSave({ submission, capacity, records, accepted, knownRows, room }, changes, asked)
  if (ifMatch !== undefined && !judged.whole) throw refusedChanges(judged.results, version)
  const nameOf = await actorNames(tx, judged.results.flatMap(actorsIn))
  if (judged.records.length > 0) await writeChanges(tx, changesToWrite(submission.id, judged, asked))
  const results = judged.results.map((result, at) =>
    resultView({ ...result, changeId: body.changes[at]!.changeId }, nameOf),
  )
  return noEvent({ version: judged.version, results })
}
