/**
 * A backup is one file: a tar, and where it is encrypted, an age file (age-encryption.org/v1) around it, so that both can be
 * opened without the product. Its entries, in this order:
 *
 *     sepakat.json                 the head: release, moment, migrations, tables, what no row says
 *     tables/<name>/<n>.copy.gz    rows as PostgreSQL's COPY text, in pieces that are whole together
 *     files/<sha256>               attachments
 *     manifest.json                how many rows and which SHA-256 each table has: last, so that nothing is missing where it is there
 */
import type { DatabaseHead, TableProof } from '@sepakat/db'

export const format = 1

export interface BackupHead extends DatabaseHead {
  format: number
  release: string
  /** Signs sessions; null where the operator keeps it in the environment. */
  secret: string | null
}

export interface Manifest {
  tables: Record<string, TableProof>
  files: number
  /** Attachments whose bytes were missing or not their own when the backup was made. */
  damaged: string[]
}

export const headName = 'sepakat.json'
export const manifestName = 'manifest.json'

/** One entry; none is larger than the largest attachment. */
export interface Entry {
  name: string
  body: Uint8Array
}

export const jsonEntry = (name: string, value: object): Entry => ({ name, body: Buffer.from(JSON.stringify(value)) })
export const jsonOf = <T>({ body }: Entry): T => JSON.parse(Buffer.from(body).toString('utf8')) as T
