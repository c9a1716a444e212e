import path from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import {
  enqueue,
  fillTables,
  noteBackupRuns,
  openDatabase,
  type QueueName,
  queues,
  type TableProof,
  type TablesToFill,
  transaction,
} from '@sepakat/db'
import { refuseUsed } from '@sepakat/db/backup/fillTables.ts'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { ensureAppAccount } from '@sepakat/db/migrate/appAccount.ts'
import { migrateAsOf, refuseUnknown } from '@sepakat/db/migrate/migrateAsOf.ts'
import { type DatabaseUrls, prepareDatabase } from '@sepakat/db/prepareDatabase.ts'
import { type FileStore, mostFileBytes } from '#storage/fileStore.ts'
import { type BackupHead, type Entry, format, headName, jsonOf, type Manifest, manifestName } from './fileFormat.ts'
import { damaged, readBackupFile } from './readBackupFile.ts'

export interface OpenedBackup {
  file: string
  head: BackupHead
  rest: AsyncGenerator<Entry>
}

/**
 * Reads the head of a backup, after which the rest can be put somewhere.
 * @throws Refusal where it is no backup, or one of a release that this one does not know
 */
export async function openBackup(file: string, passphrase: string | null): Promise<OpenedBackup> {
  const rest = readBackupFile(file, passphrase)
  try {
    const head = await readHead(file, rest)
    refuseUnknown(head.migrations, head.release)
    return { file, head, rest }
  } catch (error) {
    await rest.return(undefined)
    throw error
  }
}

async function readHead(file: string, rest: AsyncGenerator<Entry>): Promise<BackupHead> {
  const first = await nextOf(rest)
  if (first?.name !== headName) throw damaged(file, 'kepalanya tidak ada')
  const head = jsonOf<BackupHead>(first)
  if (head.format !== format)
    throw new Refusal(`Cadangan ${file} dibuat oleh SEPAKAT ${head.release}; pulihkan dengan versi itu.`)
  return head
}

export interface Restored {
  manifest: Manifest
  /** Tables, and columns as `table.column`, that are no part of the product and were left out. */
  strange: string[]
}

/**
 * Puts a backup into an empty database and store, as it was, then with `upgrade` brings it up to this release. What is there afterwards was
 * read again: rows and their SHA-256 table by table, each file by its name. When it throws, nothing is left there but files that
 * no row names.
 * @throws Refusal where the backup is not whole, or there is something already
 */
export async function restoreBackup(
  { file, head, rest }: OpenedBackup,
  { urls, storage, upgrade = true }: { urls: DatabaseUrls; storage: FileStore; upgrade?: boolean },
): Promise<Restored> {
  // before anything of it is migrated
  await refuseUsed(urls.ownerUrl)
  await ensureAppAccount(urls.ownerUrl, urls.appUrl)
  await migrateAsOf(urls.ownerUrl, head.migrations)
  let restored: Restored | undefined
  try {
    await fillTables(urls.ownerUrl, head, async tables => {
      const manifest = await putEntries({ file, head, rest }, tables, storage)
      restored = { manifest, strange: tables.strange }
    })
  } finally {
    await rest.return(undefined)
  }
  // the queue belongs to the release that runs: an older one makes its own
  if (upgrade) {
    await prepareDatabase(urls, 'reference')
    await enqueueWaiting(urls.appUrl, head)
  }
  await noteRuns(urls.ownerUrl, path.basename(file), head, restored!.manifest)
  return restored!
}

/** What it was restored from is its last backup. */
const noteRuns = (ownerUrl: string, file: string, { at }: BackupHead, manifest: Manifest): Promise<void> =>
  noteBackupRuns(ownerUrl, [
    { kind: 'backup', at: new Date(at), file, well: manifest.damaged.length === 0 },
    { kind: 'restore', at: new Date(), file, well: true },
  ])

async function enqueueWaiting(appUrl: string, { jobs }: BackupHead): Promise<void> {
  const db = openDatabase({ url: appUrl, max: 1 })
  try {
    await transaction(db, async tx => {
      for (const { queue, key, data } of jobs) if (isQueue(queue)) enqueue(tx, queue, key, data)
    })
  } finally {
    await db.close()
  }
}

const isQueue = (name: string): name is QueueName => Object.hasOwn(queues, name)

async function putEntries({ file, head, rest }: OpenedBackup, tables: TablesToFill, storage: FileStore) {
  const { strange, lacking } = tables
  if (lacking.length > 0) throw damaged(file, `tidak memuat tabel ${lacking.join(', ')}`)
  let entry = await nextOf(rest)
  const proofs: Record<string, TableProof> = {}
  async function* rowsOf(name: string) {
    for (; entry?.name.startsWith(`tables/${name}/`); entry = await nextOf(rest))
      yield await promisify(gunzip)(entry.body)
  }
  for (const table of head.tables) {
    const rows = Readable.from(rowsOf(table.name))
    if (strange.includes(table.name)) rows.resume()
    else proofs[table.name] = await tables.fill(table, rows).catch(asDamage(file, table.name))
  }
  let files = 0
  for (; entry?.name.startsWith('files/'); entry = await nextOf(rest)) {
    await putFile(file, entry, storage)
    files += 1
  }
  if (entry?.name !== manifestName) throw damaged(file, 'penutupnya tidak ada')
  const manifest = jsonOf<Manifest>(entry)
  refuseUnlike(file, manifest, { proofs, files })
  // only at its very end is it proved that nothing was cut off
  if ((await nextOf(rest)) !== undefined) throw damaged(file, 'ada isi sesudah penutupnya')
  return manifest
}

/** Rows that do not inflate (zlib's Z_…), or that the table does not take (SQLSTATE 22, 23), are not those that were kept. */
const asDamage = (file: string, table: string) => (error: Error & { code?: string }) => {
  throw /^(Z_|22|23)/.test(error.code ?? '') ? damaged(file, `tabel ${table}: ${error.message}`) : error
}

const nextOf = async (rest: AsyncGenerator<Entry>): Promise<Entry | undefined> => {
  const { value, done } = await rest.next()
  return done ? undefined : value
}

async function putFile(file: string, { name, body }: Entry, storage: FileStore): Promise<void> {
  const received = await storage.receive(Readable.from([Buffer.from(body)]), mostFileBytes)
  try {
    if (`files/${received.sha256}` !== name) throw damaged(file, `isi ${name} diganti`)
    await storage.keep(received)
  } finally {
    await storage.drop(received)
  }
}

function refuseUnlike(file: string, manifest: Manifest, found: { proofs: Record<string, TableProof>; files: number }) {
  for (const [name, proof] of Object.entries(found.proofs)) {
    const kept = manifest.tables[name]
    if (kept?.rows !== proof.rows || kept.sha256 !== proof.sha256)
      throw damaged(file, `tabel ${name} berisi ${proof.rows} baris, seharusnya ${kept?.rows ?? 'tidak ada'}`)
  }
  if (manifest.files !== found.files) throw damaged(file, `berkasnya ${found.files}, seharusnya ${manifest.files}`)
}
