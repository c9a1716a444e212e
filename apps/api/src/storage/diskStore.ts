import { randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import { diskUploads } from './diskUploads.ts'
import { FileMissing, type FileStore } from './fileStore.ts'
import { pieceBytes, readMeasured } from './readMeasured.ts'
import { syncFolder, writeWhole } from './writeWhole.ts'

/**
 * A store in a folder: `incoming/` for what arrives, `uploads/` for what arrives in pieces, `ab/<sha256>` for what is kept. A small
 * file is in memory until it is kept, so that one that is refused was never on the disk.
 */
export const diskStore = async (folder: string): Promise<FileStore> => {
  const incoming = path.join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256)
  const newFile = () => path.join(incoming, randomUUID())
  const held = new Set<Buffer>()
  let room = mostHeld

  return {
    uploads: await diskUploads(path.join(folder, 'uploads')),

    async receive(stream, max) {
      const file = newFile()
      let handle: FileHandle | undefined
      const put = async (pieces: Buffer[]) => {
        handle ??= await open(file, 'wx', 0o600)
        await writePieces(handle, pieces)
      }
      try {
        const { rest, ...measured } = await readMeasured(stream, max, put)
        if (handle === undefined && measured.bytes > 0 && measured.bytes <= room) {
          const bytes = joined(rest, measured.bytes)
          held.add(bytes)
          room -= bytes.length
          return { content: { held: bytes }, ...measured }
        }
        await put(rest)
        // on disk before anything names them
        await handle?.sync()
        return { content: { path: file }, ...measured }
      } catch (error) {
        await rm(file, { force: true })
        throw error
      } finally {
        await handle?.close()
      }
    },

    async keep({ content, sha256 }, address = sha256) {
      const place = placeOf(address)
      const own = 'held' in content ? newFile() : content.path
      if ('held' in content) await writeWhole(own, content.held)
      // One that waits on disk gets a second name, for its receiver drops the first. Either way a name tells whole bytes from the first.
      const put = () => ('held' in content ? rename(own, place) : link(own, place))
      try {
        await put().catch(async error => {
          if (codeOf(error) !== 'ENOENT') throw error
          await makeFolder(path.dirname(place))
          await put()
        })
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error
      }
      // also where another put it there, who may not have come so far
      await syncFolder(path.dirname(place))
    },

    async drop({ content }) {
      if ('path' in content) await forget(content.path)
      else if (held.delete(content.held)) room += content.held.length
    },

    async read(sha256) {
      // Opened first, so that a missing file is an error here and not in the middle of an answer.
      const file = await open(placeOf(sha256), constants.O_RDONLY).catch((error: unknown) => {
        throw codeOf(error) === 'ENOENT' ? new FileMissing(sha256) : error
      })
      return createReadStream('', { fd: file, autoClose: true })
    },

    async sweep(before) {
      let swept = 0
      for (const name of await readdir(incoming)) {
        const file = path.join(incoming, name)
        if (!(await isOlder(file, before))) continue
        await rm(file, { force: true })
        swept += 1
      }
      return swept
    },

    async *kept(before) {
      for (const shelf of await readdir(folder)) {
        if (shelf.length !== 2) continue
        for (const address of await readdir(path.join(folder, shelf)))
          if (await isOlder(placeOf(address), before)) yield address
      }
    },

    remove: address => forget(placeOf(address)),
  }
}

/** Of all files that are held, since each waits to be judged; others wait on disk. */
const mostHeld = 64 * pieceBytes

/** As they came, not copied together first; what the disk did not take at once by itself. */
const writePieces = async (handle: FileHandle, pieces: Buffer[]): Promise<void> => {
  if (pieces.length === 0) return
  const { bytesWritten } = await handle.writev(pieces)
  const whole = pieces.reduce((sum, { length }) => sum + length, 0)
  if (bytesWritten < whole) await handle.writeFile(Buffer.concat(pieces).subarray(bytesWritten))
}

/** In memory of their own: of a shared one a thread that is sent them would get the whole. */
const joined = (pieces: Buffer[], bytes: number): Buffer => {
  const whole = Buffer.allocUnsafeSlow(bytes)
  let at = 0
  for (const piece of pieces) at += piece.copy(whole, at)
  return whole
}

/** Written before this; what went meanwhile is not. */
const isOlder = async (file: string, before: Date): Promise<boolean> => {
  const found = await stat(file).catch(() => null)
  return found !== null && found.mtime < before
}

const forget = async (file: string): Promise<void> => {
  await unlink(file).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
  })
}

/** A new folder's name is on disk before a file in it is: each level is synced in the one above. */
const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  for (let made = folder; first !== undefined && made.length >= first.length; made = path.dirname(made)) {
    await syncFolder(path.dirname(made))
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
