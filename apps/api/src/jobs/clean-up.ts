import { type Database, reader } from '@sepakat/db'
import type { FileStore } from '../storage/file-store.ts'
import { sweepFiles } from './sweep-files.ts'

const dayMs = 86_400_000

/** Lets go of what only served for a while: ended sessions, kept answers to keys, old attempts, files that nothing names. */
export const cleanUp = async (db: Database, storage: FileStore, now: Date): Promise<void> => {
  const tx = reader(db)
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
  await tx.query('clean-sessions', `DELETE FROM session WHERE expires_at < $1 OR last_seen_at < $2`, [now, daysAgo(2)])
  await tx.query('clean-verifications', 'DELETE FROM verification WHERE expires_at < $1', [now])
  await tx.query('clean-codes', 'DELETE FROM one_time_code WHERE expires_at < $1', [daysAgo(30)])
  await tx.query('clean-idempotent', 'DELETE FROM idempotent_answer WHERE at < $1', [daysAgo(7)])
  await tx.query('clean-throttle', 'DELETE FROM throttle WHERE since < $1', [daysAgo(1)])
  await sweepFiles(db, storage, now)
}
