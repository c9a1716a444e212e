import { createHash } from 'node:crypto'
import { canonicalJson } from '@sepakat/rules'

/** What the first event of a stream has for the hash before it. */
export const firstPrev = '0'.repeat(64)

/** SHA-256 over the canonical JSON of an event without its own hash. */
export const eventHash = (e: {
  stream: string
  seq: number
  type: string
  at: Date
  actor: string
  data: unknown
  prev: string
}): string =>
  createHash('sha256')
    .update(canonicalJson({ ...e, at: e.at.toISOString() }))
    .digest('hex')
