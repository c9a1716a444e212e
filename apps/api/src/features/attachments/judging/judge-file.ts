import { open } from 'node:fs/promises'
import type { attachmentMedia } from '@sepakat/contract/endpoints/attachments.ts'
import { fileTypeFromBuffer } from 'file-type'
import { judgeCompound } from './judge-compound.ts'
import { judgeOffice } from './judge-office.ts'
import { judgePdf } from './judge-pdf.ts'
import { refuseFile } from './refused-file.ts'

export type Media = (typeof attachmentMedia)[number]

const headBytes = 4100
const zip = Buffer.from('504b0304', 'hex')
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const archives = /zip|rar|7z|tar|gzip|bzip|xz|zstd|lz4|lzip|compress|cab|iso|arj|lha|debian|rpm|archive/
const images: Record<string, Media> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
}

/**
 * What a file is, by its content alone: neither its name nor what its sender calls it counts.
 * @throws RefusedFile with what to do instead
 */
export const judgeFile = async (path: string): Promise<Media> => {
  const head = await readHead(path)
  if (head.length === 0) return refuseFile('empty')
  if (head.subarray(0, 4).equals(zip)) return await judgeOffice(path)
  if (head.subarray(0, 8).equals(compound)) return await judgeCompound(path)
  const type = await fileTypeFromBuffer(head)
  if (type?.mime === 'application/pdf') return await judgePdf(path, head)
  const image = type && images[type.mime]
  if (image) return image
  return refuseFile(type && archives.test(type.mime) ? 'archive' : 'unknown')
}

const readHead = async (path: string): Promise<Buffer> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
