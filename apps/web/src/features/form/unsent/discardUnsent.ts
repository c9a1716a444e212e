import { dropTexts } from '../../../lib/device/keptTexts.ts'
import { fileQueueFor } from '../attach/fileQueueFor.ts'
import { dropHandIn, readQueue } from '../hand-in/queuedHandIns.ts'
import { discardInForms } from '../liveStores.ts'
import { idbKeep } from '../outbox/idbKeep.ts'
import { keptOf, unsentReports } from '../outbox/unsentReports.ts'

/**
 * Takes from this device everything of a person that is not on the server: edits, handings in that wait, files that wait, notes and
 * reasons being written. What was on its way may have arrived. @throws where the device cannot be read.
 */
export async function discardUnsent(person: string, post: string): Promise<void> {
  // First what would send or bring back the rest.
  for (const handIn of await readQueue(person)) if (handIn.state !== 'sent') await dropHandIn(handIn)
  discardInForms(person)
  for (const id of (await unsentReports(person)).keys()) {
    const kept = await keptOf(person, id)
    await idbKeep(person, id).write(
      [],
      kept.map(({ changeId }) => changeId),
    )
  }
  await dropTexts(person)
  const files = fileQueueFor(person, post)
  await files.read()
  for (const { id } of files.all()) await files.drop(id)
}
