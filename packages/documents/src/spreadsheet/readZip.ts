import { DecodeUTF8, type UnzipFileInfo, unzipSync } from 'fflate'
import { TooLargeToRead, UnreadableArchive } from './fileFaults.ts'

/** Limits: bytes of the archive and of all that is unpacked, and entries; from `ratioFrom` on also the compression ratio. */
const most = { packed: 25_000_000, unpacked: 60_000_000, entries: 2000, ratio: 400, ratioFrom: 8_000_000 }
/** Text is decoded in pieces of this size (bytes). */
const piece = 65_536

export interface Archive {
  names: string[]
  /** The text of an entry, piece by piece; null where the archive has none of that name. @throws TooLargeToRead, UnreadableArchive */
  pieces: (name: string) => Iterable<string> | null
}

/**
 * Reads an archive, and unpacks only the entries that are asked for. Their size is what the archive says it is: what unpacks to more
 * ends there.
 * @throws UnreadableArchive, TooLargeToRead
 */
export function readZip(bytes: Uint8Array): Archive {
  if (bytes.byteLength > most.packed) throw new TooLargeToRead('archive')
  const names: string[] = []
  unzip(bytes, ({ name }) => {
    if (names.push(name) > most.entries) throw new TooLargeToRead('entries')
    return false
  })
  let left = most.unpacked
  return {
    names,
    pieces(wanted) {
      const found = unzip(bytes, ({ name, size, originalSize }) => {
        if (name !== wanted) return false
        left -= originalSize
        if (left < 0 || (originalSize > most.ratioFrom && originalSize > size * most.ratio))
          throw new TooLargeToRead('unpacked')
        return true
      })[wanted]
      return found ? textOf(found) : null
    },
  }
}

function unzip(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    throw error instanceof TooLargeToRead ? error : new UnreadableArchive('broken')
  }
}

function* textOf(bytes: Uint8Array): Generator<string> {
  let text = ''
  const decoder = new DecodeUTF8(more => {
    text = more
  })
  for (let at = 0; at < bytes.byteLength; at += piece) {
    decoder.push(bytes.subarray(at, at + piece), at + piece >= bytes.byteLength)
    yield text
  }
}
