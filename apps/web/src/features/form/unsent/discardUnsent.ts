import { dropTexts } from '../../../lib/device/draftTexts.ts'
import { fileQueueFor } from '../attach/fileQueueFor.ts'
import { discardInForms } from '../liveStores.ts'
import { idbOutboxStore } from '../outbox/idbOutboxStore.ts'
import { storedChangesOf, unsentReports } from '../outbox/unsentReports.ts'
import { dropQueuedSubmit, readQueue } from '../submit/queuedSubmits.ts'

/**
 * Takes from this device everything of a person that is not on the server: edits, handings in that wait, files that wait, notes and
 * reasons being written. What was on its way may have arrived. @throws where the device cannot be read.
 */
export async function discardUnsent(person: string, post: string): Promise<void> {
  // First what would send or bring back the rest.
  for (const queued of await readQueue(person)) if (queued.state !== 'sent') await dropQueuedSubmit(queued)
  discardInForms(person)
  for (const id of (await unsentReports(person)).keys()) {
    const kept = await storedChangesOf(person, id)
    await idbOutboxStore(person, id).write(
      [],
      kept.map(({ changeId }) => changeId),
    )
  }
  await dropTexts(person)
  const files = fileQueueFor(person, post)
  await files.read()
  for (const { id } of files.all()) await files.drop(id)
}
