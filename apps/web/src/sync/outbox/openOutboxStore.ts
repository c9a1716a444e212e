import { keepsOnDevice } from '../vault/keepsOnDevice.ts'
import { idbOutboxStore } from './idbOutboxStore.ts'
import { memoryOutboxStore } from './memoryOutboxStore.ts'
import type { OutboxStore } from './pending.ts'

/** Nothing can be stored on plain http; elsewhere unsent changes are in IndexedDB until the server has them. */
export const openOutboxStore = (person: string, submission: string): OutboxStore =>
  keepsOnDevice() ? idbOutboxStore(person, submission) : memoryOutboxStore(person, submission)
