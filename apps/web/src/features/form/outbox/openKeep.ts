import { keepsOnDevice } from '../../../lib/device/database.ts'
import { idbKeep } from './idbKeep.ts'
import { memoryKeep } from './memoryKeep.ts'
import type { Keep } from './pending.ts'

/** The device stores nothing on plain http; elsewhere unsent changes wait in IndexedDB until the server has them. */
export const openKeep = (person: string, submission: string): Keep =>
  keepsOnDevice() ? idbKeep(person, submission) : memoryKeep(person, submission)
