import {
  type Database,
  reader,
  readSettings,
  record,
  removeOldAnswers,
  removeOldAttempts,
  removeOldCodes,
  removeOldMessages,
  removeOldNotices,
  removeOldSessions,
  removeOldVerifications,
  trimFeed,
} from '@sepakat/db'
import { orderPublicFiles } from '#files/orderPublicFiles.ts'
import type { FileStore } from '#storage/fileStore.ts'
import { sweepFiles } from './sweepFiles.ts'

const dayMs = 86_400_000

/**
 * Removes what is needed for a time only: ended sessions, answers kept for repeated requests, old attempts, unused files; and orders
 * again what the public page offers of it.
 */
export const cleanUp = async (db: Database, storage: FileStore, now: Date): Promise<void> => {
  const tx = reader(db)
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  await removeOldSessions(tx, now, daysAgo(2))
  await removeOldVerifications(tx, now)
  await removeOldCodes(tx, daysAgo(30))
  await removeOldAnswers(tx, daysAgo(7))
  await removeOldAttempts(tx, daysAgo(1))
  await trimFeed(tx, daysAgo(90))
  await removeOldMessages(tx, daysAgo(90))
  await removeOldNotices(tx, daysAgo(366))
  await sweepFiles(db, storage, now)
  await record(db, { actor: 'system', at: now }, async tx => {
    const { public: settings } = await readSettings(tx)
    return { result: null, events: await orderPublicFiles(tx, { settings, storage, at: now }) }
  })
}
