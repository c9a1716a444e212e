import type { Readable } from 'node:stream'
import type { Database } from '@sepakat/db'
import type { Config } from '../config.ts'

/** Bytes of attachments, addressed by the SHA-256 (hex) of what they are; the same bytes are kept once, none is deleted. */
export interface Storage {
  /** Takes over a finished local file. */
  keep: (file: string, sha256: string) => Promise<void>
  /** @throws where no such bytes are kept */
  open: (sha256: string) => Promise<Readable>
  has: (sha256: string) => Promise<boolean>
}

export interface Deps {
  db: Database
  config: Config
  storage: Storage
  clock: () => Date
}
