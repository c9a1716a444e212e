import { keepsOnDevice } from '../../../lib/device/database.ts'
import { idbOutboxStore } from './idbOutboxStore.ts'
import { memoryOutboxStore } from './memoryOutboxStore.ts'
import type { OutboxStore } from './pending.ts'

/** The device stores nothing on plain http; elsewhere unsent changes wait in IndexedDB until the server has them. */
export const openOutboxStore = (person: string, submission: string): OutboxStore =>
  keepsOnDevice() ? idbOutboxStore(person, submission) : memoryOutboxStore(person, submission)
