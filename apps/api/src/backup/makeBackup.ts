import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type DatabaseSnapshot, type TableShape, withDatabaseSnapshot } from '@sepakat/db'
import { type FileStore, readIfKept } from '#storage/fileStore.ts'
import { type BackupHead, type Entry, format, headName, jsonEntry, type Manifest, manifestName } from './fileFormat.ts'
import { type Sealing, writeBackupFile } from './writeBackupFile.ts'

export interface BackupSource {
  ownerUrl: string
  storage: FileStore
  release: string
  secret: string | null
}

export interface BackupMade {
  at: Date
  bytes: number
  manifest: Manifest
}

/** Rows are packed in pieces of about so many bytes. */
const pieceBytes = 4 * 1024 * 1024

/**
 * Keeps one moment of the whole installation in a file while others go on working. The database comes first, in one snapshot;
 * then each file that it names, which is there because nothing that a row names is ever changed or removed. Papers that are made
 * from data, and uploads that have not arrived, are not kept: the one is made again, the other lies on its sender's device.
 * @throws Refusal where the file cannot be written
 */
export const makeBackup = (file: string, source: BackupSource, sealing: Sealing): Promise<BackupMade> =>
  withDatabaseSnapshot(source.ownerUrl, async snapshot => {
    const manifest: Manifest = { tables: {}, files: 0, damaged: [] }
    const { release, secret, storage } = source
    const head: BackupHead = { format, release, secret, ...snapshot.head }
    const bytes = await writeBackupFile(file, entriesOf(head, snapshot, storage, manifest), sealing)
    return { at: new Date(head.at), bytes, manifest }
  })

async function* entriesOf(head: BackupHead, snapshot: DatabaseSnapshot, storage: FileStore, manifest: Manifest) {
  yield jsonEntry(headName, head)
  for (const table of head.tables) yield* rowsOf(table, snapshot, manifest)
  for (const { sha256 } of await snapshot.files()) {
    const body = await bytesOf(storage, sha256)
    if (body === null) manifest.damaged.push(sha256)
    else {
      manifest.files += 1
      yield { name: `files/${sha256}`, body }
    }
  }
  yield jsonEntry(manifestName, manifest)
}

async function* rowsOf(table: TableShape, snapshot: DatabaseSnapshot, manifest: Manifest): AsyncGenerator<Entry> {
  const hash = createHash('sha256')
  const { stream, rows } = snapshot.copy(table)
  let n = 0
  for await (const piece of inPieces(stream)) {
    n += 1
    hash.update(piece)
    const body = await promisify(gzip)(piece, { level: 3 })
    yield { name: `tables/${table.name}/${String(n).padStart(6, '0')}.copy.gz`, body }
  }
  manifest.tables[table.name] = { rows: rows(), sha256: hash.digest('hex') }
}

async function* inPieces(stream: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk)
    bytes += chunk.length
    if (bytes < pieceBytes) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}

/** Null where the bytes are gone or are not what their name says. */
async function bytesOf(storage: FileStore, sha256: string): Promise<Buffer | null> {
  const kept = await readIfKept(storage, sha256)
  const body = kept && (await buffer(kept))
  return body && createHash('sha256').update(body).digest('hex') === sha256 ? body : null
}
