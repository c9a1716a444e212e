import { keepUpload, type Transaction, uploadBytes } from '@sepakat/db'
import { countUploads, type Quota, requireRoom, type ToUpload } from '../requireRoom.ts'

/**
 * Counts an upload before its first byte is taken, and one that is counted as less already for the rest of it.
 * @throws uploads-full, quota-reached
 */
export const claimUpload = async (
  tx: Transaction,
  { name, now, ...file }: ToUpload & { name: string; now: Date },
  quota: Quota,
): Promise<void> => {
  // counted first, since that takes the lock
  const [usage, before] = await Promise.all([countUploads(tx, file), uploadBytes(tx, name)])
  if (before !== null && before >= file.bytes) return
  requireRoom(file.bytes - (before ?? 0), usage, quota)
  keepUpload(tx, { ...file, name }, now)
}
