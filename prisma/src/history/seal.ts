import { createHash } from 'node:crypto'
import { canonicalJson } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, statement } from '../statement.ts'

/** The last event of each stream that moved since the seal before: its number, which is also the stream's length, and its hash. */
export type SealedHeads = Record<string, [seq: number, hash: string]>

export interface Seal {
  n: number
  at: Date
  heads: SealedHeads
  prev: string
  hash: string
}

/** SHA-256 over the canonical JSON of a seal without its own hash. */
export const sealHash = ({ n, at, heads, prev }: Omit<Seal, 'hash'>): string =>
  createHash('sha256')
    .update(canonicalJson({ n, at: at.toISOString(), heads, prev }))
    .digest('hex')

/** How a seal is noted outside, on receipts and for `audit:verify --anchor`: `<n>:<hash>`. */
export const sealMark = ({ n, hash }: Pick<Seal, 'n' | 'hash'>): string => `${n}:${hash}`

/** The newest seal as receipts carry it, null before the first. SQL for a scalar subquery. */
export const newestSealMark = `(SELECT n || ':' || hash FROM seal ORDER BY n DESC LIMIT 1)`

const sealLatest = statement('seal-latest', `SELECT ${newestSealMark} AS mark`, { mark: col.text.orNull })

/** The newest seal as receipts carry it; null before the first. */
export const latestSealMark = async (db: Queryable): Promise<string | null> =>
  (await db.query(sealLatest))[0]?.mark ?? null
