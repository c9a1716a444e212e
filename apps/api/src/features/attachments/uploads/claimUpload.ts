import { keepUpload, lockUploadsOf, type Queryable, uploadBytes } from '@sepakat/db'
import { type Quota, requireRoom, type ToUpload } from '../requireRoom.ts'

/**
 * Counts an upload before its first byte is taken, and one that is counted as less already for the rest of it.
 * @throws uploads-full, quota-reached
 */
export const claimUpload = async (
  tx: Queryable,
  { name, now, ...file }: ToUpload & { name: string; now: Date },
  quota: Quota,
): Promise<void> => {
  await lockUploadsOf(tx, file.person)
  const before = await uploadBytes(tx, name)
  if (before !== null && before >= file.bytes) return
  await requireRoom(tx, { ...file, bytes: file.bytes - (before ?? 0) }, quota)
  await keepUpload(tx, { ...file, name }, now)
}
