import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import { mostFileBytes } from './fileStore.ts'
import { type Pieces, UploadRefused, type WaitingUploads } from './waitingUploads.ts'

const media = 'application/offset+octet-stream'
/** What the protocol may learn of a request. No other header reaches it: no length that is said later, nothing of its address. */
const heard = ['tus-resumable', 'upload-length', 'upload-offset', 'content-type', 'content-length']

/** A request that is sent twice would restart an upload and empty it. */
class CreatedOnce extends FileStore {
  override async create(upload: Upload): Promise<Upload> {
    if (await this.getUpload(upload.id).catch(() => null)) throw new UploadRefused(409)
    return super.create(upload)
  }
}

/** Uploads in a folder: `<name>` for the bytes, `<name>.json` for how many there will be. */
export const diskUploads = async (folder: string): Promise<WaitingUploads> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const store = new CreatedOnce({ directory: folder })
  const nameOf = ({ url }: Request) => new URL(url).pathname.slice(1)
  const server = new Server({
    path: '/',
    datastore: store,
    maxSize: mostFileBytes,
    relativeLocation: true,
    namingFunction: nameOf,
    getFileIdFromRequest: nameOf,
    onResponseError: (_, error) => {
      throw error
    },
  })
  const find = async (name: string): Promise<Pieces | null> => {
    const found = await store.getUpload(name).catch(refused)
    return found instanceof UploadRefused ? null : { offset: found.offset, bytes: found.size ?? 0 }
  }
  const drop = async (name: string): Promise<void> => {
    // The bytes first: what is left of an upload without them has no owner and may start again.
    for (const file of [name, `${name}.json`]) await rm(path.join(folder, file), { force: true })
  }

  return {
    find,
    drop,

    async take(request, name) {
      const answer = await server.handleWeb(asWeb(request, name)).catch(refused)
      if (answer instanceof UploadRefused) throw answer
      if (answer.status >= 300) throw new UploadRefused(answer.status)
      const pieces = await find(name)
      if (!pieces) throw new UploadRefused(404)
      return pieces
    },

    read: name => store.read(name),

    async sweep(before) {
      const left = await readdir(folder)
      let swept = 0
      for (const name of new Set(left.map(file => path.basename(file, '.json')))) {
        const bytes = await stat(path.join(folder, name)).catch(() => null)
        if (bytes && bytes.mtime >= before) continue
        await drop(name)
        swept += 1
      }
      return swept
    },
  }
}

/** What tus throws on purpose is no Error. @throws what is unexpected */
const refused = (error: unknown): UploadRefused => {
  if (error instanceof UploadRefused) return error
  if (error instanceof Error || typeof error !== 'object' || error === null || !('status_code' in error)) throw error
  const status = Number(error.status_code)
  if (status >= 500 && status !== 501) throw new Error(`tus: ${'body' in error ? error.body : status}`)
  return new UploadRefused(status)
}

/** With `runtime.node` the server hears when the line is cut and keeps what had come by then. */
const asWeb = (request: IncomingMessage, name: string): Request => {
  const headers = heard.flatMap(header => {
    const value = request.headers[header]
    return typeof value === 'string' ? [[header, value] as [string, string]] : []
  })
  const body = request.headers['content-type'] === media ? (Readable.toWeb(request) as ReadableStream) : null
  const init = { method: request.method ?? 'POST', headers, body, duplex: 'half' as const }
  return Object.assign(new Request(`http://tus/${name}`, init), { runtime: { node: { req: request } } })
}
