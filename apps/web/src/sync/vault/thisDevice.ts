import { newId } from '../newId.ts'
import { database } from './database.ts'
import { keepsOnDevice } from './keepsOnDevice.ts'

const name = 'sepakat.device'

function deviceId(): string {
  const known = localStorage.getItem(name)
  if (known) return known
  const made = newId()
  localStorage.setItem(name, made)
  return made
}

/** Identifies this device at sign-in, to get its key; nothing where nothing can be stored. */
export const thisDevice = (): { device?: string } => (keepsOnDevice() ? { device: deviceId() } : {})

/** What this device keeps is at hand when the first page asks for it. */
export function openDatabaseAhead(): void {
  if (keepsOnDevice()) database().catch(() => undefined)
}
