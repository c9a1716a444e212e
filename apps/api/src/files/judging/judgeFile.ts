import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { imageSize } from 'image-size'
import type { Content, Received } from '#storage/fileStore.ts'
import { inspectPdf } from './inspectPdf.ts'
import type { Judged, Media } from './judged.ts'
import { judgeOffice } from './judgeOffice.ts'
import { RefusedFile, refuseFile } from './refusedFile.ts'

/** Whether the bytes, read as Latin-1, hold the pattern; a match may be at most `longest` characters. Holds two chunks at most. */
const findInFile = async (content: Content, pattern: RegExp, longest: number): Promise<boolean> => {
  let kept = ''
  const chunks = 'held' in content ? [content.held] : createReadStream(content.path, { highWaterMark: 256 * 1024 })
  for await (const chunk of chunks) {
    const text = kept + (chunk as Buffer).toString('latin1')
    if (pattern.test(text)) return true
    kept = text.slice(-longest)
  }
  return false
}

// MS-OFFCRYPTO §2.3.1: a locked DOCX or XLSX is a compound file with a stream of this name (in UTF-16).
const encryptedPackage = new RegExp([...'EncryptedPackage'].join('\\0'))

/** A compound file is either a locked Office file or one of the old kinds; both are refused, each with its own advice. */
const judgeCompound = async (content: Content): Promise<never> =>
  refuseFile((await findInFile(content, encryptedPackage, 64)) ? 'encryptedOffice' : 'oldOffice')

/** A PDF begins with its header (a file that is something else before it is refused), is not locked, and does nothing but be read. */
const judgePdf = async (content: Content, head: Buffer): Promise<'application/pdf'> => {
  if (!head.toString('latin1', 0, 5).startsWith('%PDF-')) return refuseFile('unknown')
  const verdict = await inspectPdf(content)
  return verdict === 'plain' ? 'application/pdf' : refuseFile(verdict)
}

/** Points of a picture: the largest that telephones take, and A0 scanned at 300 dpi. A reader holds four bytes of each. */
const mostPixels = 200_000_000

/** A picture is not so large that who opens it can do nothing else. */
const judgeImage = async (content: Content): Promise<void> => {
  const { width, height } = sizeOf('held' in content ? content.held : await readFile(content.path))
  if (width * height > mostPixels) refuseFile('pixels')
}

const sizeOf = (bytes: Buffer): { width: number; height: number } => {
  try {
    return imageSize(bytes)
  } catch {
    return refuseFile('damaged')
  }
}

const zip = Buffer.from('504b0304', 'hex')
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const archives = /zip|rar|7z|tar|gzip|bzip|xz|zstd|lz4|lzip|compress|cab|iso|arj|lha|debian|rpm|archive/
const images: Record<string, Media> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
}

/**
 * What a file is, by its content alone: neither its name nor what its sender calls it counts, but for saying what it is not.
 * @throws RefusedFile with what to do instead
 */
export const judgeFile = async ({ content, head }: Pick<Received, 'content' | 'head'>, name = ''): Promise<Judged> => {
  if (head.length === 0) return refuseFile('empty')
  if (head.subarray(0, 4).equals(zip)) return await judgeOffice(content)
  if (head.subarray(0, 8).equals(compound)) return await judgeCompound(content)
  const type = await fileTypeFromBuffer(head)
  if (type?.mime === 'application/pdf') return { media: await judgePdf(content, head), warnings: [] }
  const image = type && images[type.mime]
  if (image) {
    await judgeImage(content)
    return { media: image, warnings: [] }
  }
  if (type && archives.test(type.mime)) return refuseFile('archive')
  return refuseUnknown(name)
}

/** A user who renamed a file is told that its name does not change its type. */
const refuseUnknown = (name: string): never => {
  const kind = /\.(pdf|jpe?g|png|webp|xlsx|docx)$/i.exec(name)?.[1]?.toUpperCase()
  if (kind === undefined) return refuseFile('unknown')
  throw new RefusedFile(
    `Isi berkas ini bukan ${kind}, meskipun namanya berakhiran .${kind.toLowerCase()}. Buka dengan program pembuatnya, simpan atau cetak sebagai PDF, lalu kirim hasilnya.`,
  )
}
