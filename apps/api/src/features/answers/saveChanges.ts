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
import { type Lock, mostRows, type Result, touchedRows } from '@sepakat/rules'
import { type ProblemError, problem } from '#http/problem.ts'
import { changeRefusal } from '#submissions/changeRefusal.ts'
import { type Asked, changesIn, changesToWrite, judgeSave, kindOf } from './judgeSave.ts'
import { actorsIn, resultView } from './view.ts'

/** Why a request under If-Match saved nothing: the changes that were not accepted. */
const refusedChanges = (results: Result[], version: number): ProblemError => {
  const errors = results.flatMap((result, at) =>
    result.result === 'applied' || result.result === 'already'
      ? []
      : [{ ...changeRefusal(result), pointer: `/changes/${at}` }],
  )
  return problem('invalid', {
    detail: 'Tidak ada yang disimpan. Perbaiki perubahan yang disebut, lalu kirim semuanya lagi.',
    errors: errors.slice(0, 50),
    version,
  })
}

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
