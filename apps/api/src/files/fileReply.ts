import type { Readable } from 'node:stream'
import { disposition } from '#http/disposition.ts'
import { reply } from '#http/route.ts'

interface KeptFile {
  sha256: string
  media: string
  bytes: number
  fileName: string
}

/** A file that somebody uploaded, under the name it is given back under. */
export const fileReply = (content: Readable, { sha256, media, bytes, fileName }: KeptFile) =>
  reply<unknown>(content, {
    version: sha256,
    headers: {
      'content-type': media,
      'content-length': String(bytes),
      'content-disposition': disposition(fileName),
    },
  })
