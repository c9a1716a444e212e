import { fileTypeFromBuffer } from 'file-type'
import type { Received } from '#storage/fileStore.ts'
import { judgeCompound } from './judgeCompound.ts'
import type { Judged, Media } from './judged.ts'
import { judgeImage } from './judgeImage.ts'
import { judgeOffice } from './judgeOffice.ts'
import { judgePdf } from './judgePdf.ts'
import { RefusedFile, refuseFile } from './refusedFile.ts'

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
