import { lockToSave, type Queryable } from '@sepakat/db'
import { requireCapacity } from '#submissions/asker.ts'
import type { Asked } from './judgeSave.ts'
import { saveChanges } from './saveChanges.ts'

/** Saves what the office writes of its own report, or a contributor of the part that was handed over. @throws not-found, no-right */
export const saveAnswers = async (tx: Queryable, asked: Asked) => {
  const { submission, capacity } = requireCapacity(asked.actor, await lockToSave(tx, asked.params.id))
  return saveChanges(tx, submission, capacity, asked)
}
