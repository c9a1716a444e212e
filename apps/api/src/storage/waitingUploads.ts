import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'

/** How much of a file is there, and how much there will be, in bytes. */
export interface Pieces {
  offset: number
  bytes: number
}

/** Longer than a device waits with a file that it sent (a month offline), counted from the last byte that came. */
export const keptUploadDays = 35

/**
 * Files that arrive in pieces by the protocol of tus, until they are attached. A name (letters and digits) is its sender's alone:
 * who makes names decides who reaches what. Any process may take the next piece.
 */
export interface WaitingUploads {
  /**
   * Takes one request of the protocol: POST begins an upload (with its first bytes, if it carries some), PATCH goes on with one.
   * What came of a request that was cut off stays. @throws UploadRefused
   */
  take(request: IncomingMessage, name: string): Promise<Pieces>
  /** Null where nothing is there under this name. */
  find(name: string): Promise<Pieces | null>
  read(name: string): Readable
  /** Forgets it, with its bytes. Of what is not there: nothing. */
  drop(name: string): Promise<void>
  /** Removes those whose last byte came before this. @returns how many */
  sweep(before: Date): Promise<number>
}

/** `status`: what the protocol answers. */
export class UploadRefused extends Error {
  readonly status: number
  constructor(status: number) {
    super(`tus ${status}`)
    this.status = status
  }
}
