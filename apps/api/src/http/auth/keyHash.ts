import { createHash } from 'node:crypto'

/** What is kept of a key: its SHA-256. */
export const keyHash = (key: string): Buffer => createHash('sha256').update(key).digest()
