import {
  addEditionFile,
  editionStream,
  enqueue,
  newestFrozen,
  publicFilesOf,
  type ReturnedEvent,
  type Settings,
  type Transaction,
} from '@sepakat/db'
import { type FileStore, readIfKept } from '#storage/fileStore.ts'

/** Papers are cleared away that were not asked for lately. */
const isThere = async (storage: FileStore, address: string): Promise<boolean> => {
  const bytes = await readIfKept(storage, address)
  bytes?.destroy()
  return bytes !== null
}

const publicFormats = ['pdf', 'xlsx', 'csv', 'json'] as const

/** Orders what the public page offers and is not there: for who turned it on or chose, and each hour after a newer version was approved. */
export const orderPublicFiles = async (
  tx: Transaction,
  { settings, storage, at }: { settings: Settings['public']; storage: FileStore; at: Date },
): Promise<ReturnedEvent<'edition.ordered'>[]> => {
  const events: ReturnedEvent<'edition.ordered'>[] = []
  if (!settings.on) return events
  for (const { id: editionId } of await newestFrozen(tx, settings.editions)) {
    const files = await publicFilesOf(tx, editionId)
    for (const format of publicFormats) {
      const made = files.find(file => file.format === format)
      if (made && (made.address === null || (await isThere(storage, made.address)))) continue
      const file = await addEditionFile(tx, { editionId, format, draft: false, by: 'system', at })
      enqueue(tx, 'edition', file, { edition: editionId, file })
      const data = { edition: editionId, file, as: format }
      events.push({ stream: editionStream(editionId), type: 'edition.ordered', data, actor: 'system' })
    }
  }
  return events
}
