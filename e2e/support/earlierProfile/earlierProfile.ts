import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { DeviceState } from './deviceState.ts'

export interface EarlierProfile {
  /** Whose web wrote it. */
  commit: string
  /** Changes of the request to which no answer came. */
  inFlight: unknown[]
  /** The keys of the device that the server keeps with the account. */
  deviceKeys: { device: string; key: string }[]
  state: DeviceState
}

export const profileFile = path.join(import.meta.dirname, 'earlierProfile.json')

export const earlierProfile = async (): Promise<EarlierProfile> => JSON.parse(await readFile(profileFile, 'utf8'))
