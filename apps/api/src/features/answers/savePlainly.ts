import { formRows, type Queryable, readToSave, writeUnchanged } from '@sepakat/db'
import { capacityOf, kinds, touchedRows } from '@sepakat/rules'
import { type Asked, changesIn, changesToWrite, judgeSave } from './judgeSave.ts'

const plain = new Set<string>(['set', 'clear'])

/**
 * Saves without a lock where cells are written, which is nearly always: judged as `saveChanges` does by what one statement read,
 * then written by another if the submission is still in the state that was read (decision 0084). Null, and nothing written, where
 * it is not, or where anything but "applied" is to be said: then the save is judged again under the lock.
 */
export const savePlainly = async (db: Queryable, asked: Asked) => {
  const { actor, body, ifMatch, params } = asked
  if (!body.changes.every(({ op }) => plain.has(op))) return null
  const changes = changesIn(asked)
  const read = await readToSave(db, params.id, form => kinds[form] && touchedRows(changes, kinds[form]))
  const capacity = read && capacityOf(actor, read)
  if (!capacity || (ifMatch !== undefined && ifMatch !== read.version)) return null
  const { records, mark, ...submission } = read
  const knownRows = await formRows(db, submission, submission.rows)
  const judged = judgeSave({ submission, capacity, records, knownRows }, changes, asked)
  if (judged.records.length < changes.length) return null
  if (!(await writeUnchanged(db, changesToWrite(submission.id, judged, asked), mark))) return null
  const results = judged.records.map(({ seq }, at) => ({
    changeId: body.changes[at]!.changeId,
    result: 'applied' as const,
    rev: seq,
  }))
  return { version: judged.version, results }
}
