import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { Decrypter } from 'age-encryption'
import { createTarDecoder } from 'modern-tar'
import { type Entry, headName } from './fileFormat.ts'

const seal = Buffer.from('age-encryption.org/v1\n')

/** What the file says is not what was written: cut off, overwritten, or written by somebody without the passphrase. */
export class DamagedBackup extends Refusal {}

export const damaged = (file: string, what: string): DamagedBackup =>
  new DamagedBackup(`Cadangan ${file} rusak atau terpotong: ${what}. Pakai cadangan lain.`)

/**
 * The entries of a backup in their order. Nothing is returned that was not encrypted with this passphrase.
 * @throws Refusal where it is no backup, is cut off or changed, or the passphrase is missing or wrong
 */
export async function* readBackupFile(file: string, passphrase: string | null): AsyncGenerator<Entry> {
  const begin = await firstBytes(file)
  const isEncrypted = begin.subarray(0, seal.length).equals(seal)
  if (!isEncrypted && begin.subarray(0, headName.length).toString() !== headName)
    throw new Refusal(`${file} bukan cadangan SEPAKAT.`)
  if (isEncrypted && passphrase === null)
    throw new Refusal(`Cadangan ${file} disandikan: berikan sandinya dalam BACKUP_PASSPHRASE.`)
  if (!isEncrypted && passphrase !== null)
    throw new Refusal(
      `Cadangan ${file} tidak disandikan, padahal BACKUP_PASSPHRASE diisi: mungkin ditukar orang. Bila memang dibuat tanpa sandi, kosongkan BACKUP_PASSPHRASE.`,
    )
  const source = createReadStream(file)
  try {
    const bytes = Readable.toWeb(source) as ReadableStream<Uint8Array>
    const clear = isEncrypted && passphrase !== null ? await opened(file, bytes, passphrase) : bytes
    for await (const { header, body } of clear.pipeThrough(createTarDecoder({ strict: true })))
      yield { name: header.name, body: await buffer(body as ReadableStream) }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(file, (error as Error).message)
  } finally {
    source.destroy()
  }
}

async function opened(file: string, bytes: ReadableStream<Uint8Array>, passphrase: string) {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(bytes)
  } catch (error) {
    const wrong = (error as Error).message.includes('no identity matched')
    throw wrong ? new Refusal(`Sandi cadangan salah: ${file} tidak terbuka.`) : damaged(file, (error as Error).message)
  }
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Refusal(`Cadangan ${file} tidak ada.`) : error
  })
  try {
    const { buffer: begin, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
    return begin.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
