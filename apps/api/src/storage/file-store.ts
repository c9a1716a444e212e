import type { Readable } from 'node:stream'
import type { WaitingUploads } from './waiting-uploads.ts'

/** An attachment is no larger. */
export const mostFileBytes = 25 * 1024 * 1024

/** Bytes that have arrived whole and are not kept yet: measured and hashed on the way, readable at `path` for judging. */
export interface Received {
  path: string
  bytes: number
  sha256: string
}

/**
 * Where the bytes of attachments stand, addressed by their SHA-256. Nothing here deletes what was kept: a file that a
 * revision names stays, and equal bytes are stored once. On disk today; an object store fits behind the same four verbs.
 */
export interface FileStore {
  /** Takes a stream in, whatever its content. @throws FileTooLarge beyond `max` bytes; nothing of it stays then */
  receive(stream: Readable, max: number): Promise<Received>
  /**
   * Moves what was received to its lasting place, on disk when the promise resolves. `address`: where it is to be found, its own
   * hash unless said; of what is made anew from data, the hash of that data.
   */
  keep(received: Received, address?: string): Promise<void>
  /** Forgets what was received. After `keep` it does nothing. */
  drop(received: Received): Promise<void>
  /** @throws FileMissing when these bytes are not here */
  read(sha256: string): Promise<Readable>
  /** Removes what was received long ago and never kept: remains of a process that died in between. */
  sweep(before: Date): Promise<number>
  /** What arrives in pieces and is received from there once it is whole. */
  uploads: WaitingUploads
}

/** Null where these bytes are not here. */
export const readIfKept = (store: FileStore, address: string): Promise<Readable | null> =>
  store.read(address).catch((error: unknown) => {
    if (error instanceof FileMissing) return null
    throw error
  })

export class FileTooLarge extends Error {}
export class FileMissing extends Error {}
