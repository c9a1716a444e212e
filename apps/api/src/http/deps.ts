import { type Database, reader, restoredEra } from '@sepakat/db'
import type { FileStore } from '#storage/fileStore.ts'
import type { Config } from '../config.ts'
import { type Credentials, createCredentials } from './auth/credentials.ts'
import { type KeepRuns, keepRuns } from './keepRuns.ts'
import { type KeepSeen, keepSeen } from './keepSeen.ts'
import { createLiveUpdates, type LiveUpdates } from './live-updates/liveUpdates.ts'
import { createRefusals, type Refusals } from './refusals.ts'
import { createRegion, type RegionSettings } from './region.ts'
import { shareRuns } from './shareRuns.ts'

/** What the API is built on; its caller decides each. */
export interface Ground {
  db: Database
  config: Config
  storage: FileStore
  clock: () => Date
}

/** What else handlers may use. */
export interface Deps extends Ground {
  credentials: Credentials
  region: RegionSettings
  liveUpdates: LiveUpdates
  /** See `restoredEra`. */
  era: string | null
  refusals: Refusals
  keep: KeepRuns
  keepSeen: KeepSeen
}

export const depsOn = async (ground: Ground): Promise<Deps> => {
  const share = shareRuns()
  return {
    ...ground,
    credentials: createCredentials(ground.config),
    region: createRegion(ground.db),
    liveUpdates: createLiveUpdates(ground.config.listenUrl, ground.clock),
    era: await restoredEra(reader(ground.db)),
    refusals: createRefusals(ground.db),
    keep: keepRuns(share, ground.config.keptSeconds * 1000),
    keepSeen: keepSeen(ground.db, share, ground.clock),
  }
}
