import {
  type Database,
  reader,
  removeOldAnswers,
  removeOldAttempts,
  removeOldCodes,
  removeOldSessions,
  removeOldVerifications,
} from '@sepakat/db'
import type { FileStore } from '#storage/fileStore.ts'
import { sweepFiles } from './sweepFiles.ts'

const dayMs = 86_400_000

/** Removes what is needed for a time only: ended sessions, answers kept for repeated requests, old attempts, unused files. */
export const cleanUp = async (db: Database, storage: FileStore, now: Date): Promise<void> => {
  const tx = reader(db)
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  await removeOldSessions(tx, now, daysAgo(2))
  await removeOldVerifications(tx, now)
  await removeOldCodes(tx, daysAgo(30))
  await removeOldAnswers(tx, daysAgo(7))
  await removeOldAttempts(tx, daysAgo(1))
  await sweepFiles(db, storage, now)
}
