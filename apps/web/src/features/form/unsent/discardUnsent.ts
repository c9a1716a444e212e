import { discardInForms } from '#sheet/answers/liveStores.ts'
import { idbOutboxStore } from '#sync/outbox/idbOutboxStore.ts'
import { dropQueuedSubmit, readQueue } from '#sync/outbox/queuedSubmits.ts'
import { storedChangesOf, unsentReports } from '#sync/outbox/unsentReports.ts'
import { fileQueueFor } from '#sync/uploads/fileQueueFor.ts'
import { dropTexts } from '#sync/vault/draftTexts.ts'

/**
 * Removes from this device everything of a user that is not on the server: edits, queued submissions and files, draft texts.
 * What was in flight may have arrived. @throws where the device cannot be read.
 */
export async function discardUnsent(person: string, post: string): Promise<void> {
  // First what would send or restore the rest.
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
