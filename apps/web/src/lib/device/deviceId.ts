import { newId } from '../ids.ts'
import { keepsOnDevice } from './database.ts'

const name = 'sepakat.device'

function deviceId(): string {
  const known = localStorage.getItem(name)
  if (known) return known
  const made = newId()
  localStorage.setItem(name, made)
  return made
}

/** What a sign-in says of this device, so that it is given its key; nothing where the device keeps nothing. */
export const thisDevice = (): { device?: string } => (keepsOnDevice() ? { device: deviceId() } : {})
