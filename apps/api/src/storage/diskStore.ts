import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { type FileHandle, link, mkdir, open, readdir, rm, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { diskUploads } from './diskUploads.ts'
import { FileMissing, type FileStore, FileTooLarge, headBytes, type Received } from './fileStore.ts'

/** A store in a folder: `incoming/` for what arrives, `uploads/` for what arrives in pieces, `ab/<sha256>` for what is kept. */
export const diskStore = async (folder: string): Promise<FileStore> => {
  const incoming = path.join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256)

  return {
    uploads: await diskUploads(path.join(folder, 'uploads')),

    async receive(stream, max) {
      const file = path.join(incoming, randomUUID())
      // A sender who goes away before the file is open: the reading below throws it, unheard it would end the process.
      stream.once('error', () => undefined)
      const handle = await open(file, 'wx', 0o600).catch((error: Error) => {
        stream.destroy()
        throw error
      })
      try {
        const measured = await writeMeasured(handle, stream, max)
        // on disk before anything names them
        await handle.sync()
        return { path: file, ...measured }
      } catch (error) {
        await rm(file, { force: true })
        throw error
      } finally {
        await handle.close()
      }
    },

    async keep(received, address = received.sha256) {
      const place = placeOf(address)
      // A link, not a rename: it never replaces bytes that are there already.
      const put = () => link(received.path, place)
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

    drop: ({ path: file }) => forget(file),

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

/** Written at once: a small file in one piece. */
const pieceBytes = 256 * 1024

const writeMeasured = async (handle: FileHandle, stream: Readable, max: number): Promise<Omit<Received, 'path'>> => {
  const hash = createHash('sha256')
  let head: Buffer = Buffer.alloc(0)
  let bytes = 0
  let piece: Buffer[] = []
  let held = 0
  const put = async () => {
    // as it came, not copied together first; the rest by itself where the disk took a part
    const { bytesWritten } = await handle.writev(piece)
    if (bytesWritten < held) await handle.writeFile(Buffer.concat(piece).subarray(bytesWritten))
    piece = []
    held = 0
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > max) throw new FileTooLarge(`more than ${max} bytes`)
    hash.update(chunk)
    if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
    piece.push(chunk)
    held += chunk.length
    if (held >= pieceBytes) await put()
  }
  if (held > 0) await put()
  return { head, bytes, sha256: hash.digest('hex') }
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

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
