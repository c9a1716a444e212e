import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { Encrypter } from 'age-encryption'
import { createTarPacker } from 'modern-tar'
import type { Entry } from './fileFormat.ts'

/** How a passphrase becomes a key: scrypt with 2^n rounds; fewer in tests alone. */
const usualWork = 18

export interface Sealing {
  /** Null: in clear. */
  passphrase: string | null
  work?: number
}

/**
 * Writes entries to a file, which gets its name only when all of it is on disk.
 * @returns its bytes
 * @throws Refusal where the disk is full or the folder cannot be written; nothing is left behind then
 */
export async function writeBackupFile(file: string, entries: AsyncIterable<Entry>, sealing: Sealing): Promise<number> {
  const part = `${file}.part`
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    const bytes = Readable.fromWeb((await encrypted(packed(entries), sealing)) as ReadableStream)
    await pipeline(bytes, createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }))
    await rename(part, file)
    await syncFolder(path.dirname(file))
    return (await stat(file)).size
  } catch (error) {
    await rm(part, { force: true })
    throw asRefusal(error, path.dirname(file))
  }
}

function packed(entries: AsyncIterable<Entry>): globalThis.ReadableStream<Uint8Array> {
  const { readable, controller } = createTarPacker()
  const pack = async () => {
    for await (const { name, body } of entries) {
      const entry = controller.add({ name, size: body.length, mode: 0o600 }).getWriter()
      await entry.write(body)
      await entry.close()
    }
    controller.finalize()
  }
  pack().catch(error => controller.error(error))
  return readable
}

async function encrypted(stream: globalThis.ReadableStream<Uint8Array>, { passphrase, work = usualWork }: Sealing) {
  if (passphrase === null) return stream
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(work)
  return encrypter.encrypt(stream)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const causes: Record<string, string> = {
  ENOSPC: 'penuh; kosongkan ruang atau pilih BACKUP_DIR lain',
  EDQUOT: 'penuh menurut kuotanya; kosongkan ruang atau pilih BACKUP_DIR lain',
  EACCES: 'tidak boleh ditulisi akun ini; berikan haknya atau pilih BACKUP_DIR lain',
  EROFS: 'hanya dapat dibaca; pilih BACKUP_DIR lain',
  EEXIST: 'sedang ditulisi cadangan lain; tunggu sampai selesai',
}

function asRefusal(error: unknown, folder: string): unknown {
  const cause = causes[String((error as NodeJS.ErrnoException).code)]
  return cause ? new Refusal(`Cadangan tidak jadi dibuat: ${folder} ${cause}.`) : error
}
