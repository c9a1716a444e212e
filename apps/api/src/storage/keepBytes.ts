import { Readable } from 'node:stream'
import type { FileStore } from './fileStore.ts'

/** What is made here is larger only by mistake. */
const mostBytes = 200 * 1024 * 1024

/** Keeps bytes that were made here, at this address or by their own hash. @returns their SHA-256 */
export const keepBytes = async (store: FileStore, bytes: Uint8Array, address?: string): Promise<string> => {
  const received = await store.receive(Readable.from([Buffer.from(bytes)]), mostBytes)
  try {
    await store.keep(received, address)
    return received.sha256
  } finally {
    await store.drop(received)
  }
}
