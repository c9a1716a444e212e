import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { invalid, problem } from '#http/problem.ts'
import { parse } from '#http/validate.ts'
import { type FileStore, FileTooLarge, mostFileBytes, type Received } from '#storage/fileStore.ts'

/** A file that has arrived, and what is said of it. */
export interface Upload<Fields> {
  fields: Fields
  fileName: string | undefined
  received: Received
}

/** A form cannot send "none" but as an empty text. */
const optional = new Set(['date', 'replaces', 'sha256'])

/**
 * Takes the parts of an upload in, in whatever order they come: the file goes to the store's waiting room while it is hashed and
 * is handed to `use`; afterwards it is forgotten unless it was kept.
 */
export const receiveUpload = async <Fields extends z.ZodType, T>(
  { request, store, fields }: { request: FastifyRequest; store: FileStore; fields: Fields },
  use: (upload: Upload<z.output<Fields>>) => Promise<T>,
): Promise<T> => {
  const waiting: Received[] = []
  try {
    const { given, fileName } = await readParts(request, store, waiting).catch(broken)
    const [received] = waiting
    if (!received) throw invalid('/file', 'Berkasnya belum dipilih.')
    return await use({ fields: parse(fields, { ...given }), fileName, received })
  } finally {
    for (const received of waiting) await store.drop(received)
  }
}

const readParts = async (request: FastifyRequest, store: FileStore, waiting: Received[]) => {
  const given: Record<string, unknown> = Object.create(null)
  let fileName: string | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      if (part.fieldname !== 'file') throw invalid('/file', 'Kirim berkas dalam bagian bernama "file".')
      waiting.push(await store.receive(part.file, mostFileBytes))
      if (part.file.truncated) throw problem('too-large')
      fileName = part.filename
    } else if (Object.hasOwn(given, part.fieldname) || part.valueTruncated || part.fieldnameTruncated) {
      throw invalid(`/${part.fieldname.slice(0, 40)}`, 'Isian ini dikirim dua kali atau terlalu panjang.')
    } else if (part.value !== '' || !optional.has(part.fieldname)) {
      given[part.fieldname] = part.value
    }
  }
  return { given, fileName }
}

/** A body that breaks off or has no boundary comes from the parser as a bare Error; what the disk refuses has a code. */
const broken = (error: unknown): never => {
  if (error instanceof FileTooLarge) throw problem('too-large')
  if (error instanceof Error && error.constructor === Error && !('code' in error)) throw problem('bad-request')
  throw error
}
