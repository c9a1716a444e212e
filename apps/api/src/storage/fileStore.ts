import type { Readable } from 'node:stream'
import type { WaitingUploads } from './waitingUploads.ts'

/** An attachment is no larger. */
export const mostFileBytes = 25 * 1024 * 1024

/** So many bytes at most tell what kind a file is. */
export const headBytes = 4100

/** Where the bytes of a file can be read: few of them in memory, more on disk. */
export type Content = { held: Buffer } | { path: string }

/** Bytes that have arrived whole and are not kept yet: measured and hashed on the way, readable for judging. */
export interface Received {
  content: Content
  /** The first of them. */
  head: Buffer
  bytes: number
  sha256: string
}

/**
 * Where the bytes of attachments are, addressed by their SHA-256, equal bytes once, and papers, addressed by what they are made of.
 * What is kept stays until `remove`, which only the sweep calls: of what no row names. On disk today; an object store fits behind
 * the same verbs.
 */
export interface FileStore {
  /** Takes a stream in, whatever its content. @throws FileTooLarge beyond `max` bytes; nothing of it stays then */
  receive(stream: Readable, max: number): Promise<Received>
  /**
   * Gives what was received its lasting place, on disk when the promise resolves. `address`: where it is to be found, its own hash
   * unless said. Done again it does nothing; the receiver drops it.
   */
  keep(received: Received, address?: string): Promise<void>
  /** Forgets what was received; what was kept stays. */
  drop(received: Received): Promise<void>
  /** @throws FileMissing when these bytes are not here */
  read(sha256: string): Promise<Readable>
  /** Removes what was received long ago and never kept: remains of a process that died in between. */
  sweep(before: Date): Promise<number>
  /** Addresses of what was kept before this, as they are found. */
  kept(before: Date): AsyncIterable<string>
  /** Removes what was kept there. The caller has made sure that no row names it, and that none begins to. */
  remove(address: string): Promise<void>
  /** What arrives in pieces and is received from there once it is whole. */
  uploads: WaitingUploads
}

/** Of a paper that is made of data whose hash this is, and made again when it is gone. */
export const paperAddress = (key: string): string => `paper-${key}`
export const isPaper = (address: string): boolean => address.startsWith('paper-')

/** Null where these bytes are not here. */
export const readIfKept = (store: FileStore, address: string): Promise<Readable | null> =>
  store.read(address).catch((error: unknown) => {
    if (error instanceof FileMissing) return null
    throw error
  })

export class FileTooLarge extends Error {}
export class FileMissing extends Error {}
