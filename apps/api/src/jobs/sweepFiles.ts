import { type Database, forgetUpload, isNamedNow, reader, transaction, unnamedBytes, uploadsBefore } from '@sepakat/db'
import { type FileStore, isPaper } from '#storage/fileStore.ts'
import { keptUploadDays } from '#storage/waitingUploads.ts'

const dayMs = 86_400_000
/** No request and no job lasts so long: what is older and named by nothing is on its way to nowhere. */
const graceDays = 1
/** A paper is made again when it is asked for. */
const paperDays = 35
const atOnce = 500

/**
 * Removes what nothing names any more: bytes that arrived and were never kept, uploads that broke off, kept bytes without a row (a
 * process died in between), papers not asked for lately. What an attachment or a revision names stays, also where
 * somebody is just attaching the same bytes. @returns how many
 */
export const sweepFiles = async (db: Database, storage: FileStore, now: Date): Promise<number> => {
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  let swept = await storage.sweep(daysAgo(graceDays))
  swept += await storage.uploads.sweep(daysAgo(keptUploadDays))
  for (const name of await uploadsBefore(reader(db), daysAgo(graceDays)))
    if (!(await storage.uploads.find(name))) await forgetUpload(reader(db), name)
  for await (const address of storage.kept(daysAgo(paperDays)))
    if (isPaper(address)) {
      await storage.remove(address)
      swept += 1
    }
  for await (const hashes of batches(storage.kept(daysAgo(graceDays))))
    for (const sha256 of await unnamedBytes(reader(db), hashes))
      if (await removeUnnamed(db, storage, sha256)) swept += 1
  return swept
}

/** A transaction that begins to name these bytes waits until they are gone, and then keeps its own. */
const removeUnnamed = (db: Database, storage: FileStore, sha256: string): Promise<boolean> =>
  transaction(db, async tx => {
    if (await isNamedNow(tx, sha256)) return false
    await storage.remove(sha256)
    return true
  })

/** Hashes among addresses, some at a time. */
async function* batches(addresses: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = []
  for await (const address of addresses) {
    if (!/^[0-9a-f]{64}$/.test(address)) continue
    batch.push(address)
    if (batch.length < atOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
