// Reads the few requested entries of an archive. The unpacked size is bounded while unpacking.
import { TooLargeToRead, UnreadableArchive } from './fileFaults.ts'

const endRecord = 0x06054b50
const headerSize = { end: 22, central: 46, local: 30 }
/** The longest comment an archive may end with. */
const longestRemark = 65_535
/** Limits: bytes of the archive and of everything unpacked, and entries; from `ratioFrom` on also the compression ratio. */
const most = { packed: 25_000_000, unpacked: 60_000_000, entries: 2000, ratio: 400, ratioFrom: 8_000_000 }

interface Entry {
  method: number
  at: number
  size: number
}
export interface Archive {
  names: string[]
  /** The text of an entry, piece by piece; null where the archive has none of that name. @throws TooLargeToRead, UnreadableArchive */
  pieces: (name: string) => AsyncIterable<string> | null
}

/** @throws UnreadableArchive, TooLargeToRead */
export async function readZip(file: Blob): Promise<Archive> {
  if (file.size > most.packed) throw new TooLargeToRead('archive')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const entries = pendingChangesOf(new DataView(bytes.buffer))
  const left = { bytes: most.unpacked }
  return {
    names: [...entries.keys()],
    pieces(name) {
      const entry = entries.get(name)
      return entry ? textOf(bytes.subarray(entry.at, entry.at + entry.size), entry.method, left) : null
    },
  }
}

function pendingChangesOf(view: DataView): Map<string, Entry> {
  let end = view.byteLength - headerSize.end
  const first = Math.max(0, end - longestRemark)
  while (end >= first && view.getUint32(end, true) !== endRecord) end -= 1
  if (end < first) throw new UnreadableArchive('no archive')
  const count = view.getUint16(end + 10, true)
  if (count > most.entries) throw new TooLargeToRead('entries')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  try {
    for (let n = 0; n < count; n++) {
      const lengths = [28, 30, 32].map(field => view.getUint16(at + field, true))
      const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + headerSize.central, lengths[0]))
      const local = view.getUint32(at + 42, true)
      const skipped = view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      entries.set(name, {
        method: view.getUint16(at + 10, true),
        at: local + headerSize.local + skipped,
        size: view.getUint32(at + 20, true),
      })
      at += headerSize.central + lengths.reduce((sum, one) => sum + one, 0)
    }
  } catch {
    throw new UnreadableArchive('broken')
  }
  return entries
}

async function* textOf(
  packed: Uint8Array<ArrayBuffer>,
  method: number,
  left: { bytes: number },
): AsyncGenerator<string> {
  const body = new Response(packed).body
  if (!body) return
  const reader = (method === 0 ? body : body.pipeThrough(new DecompressionStream('deflate-raw'))).getReader()
  const decoder = new TextDecoder()
  let read = 0
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => Promise.reject(new UnreadableArchive('broken')))
      if (done) break
      read += value.byteLength
      left.bytes -= value.byteLength
      if (left.bytes < 0 || (read > most.ratioFrom && read > packed.byteLength * most.ratio))
        throw new TooLargeToRead('unpacked')
      yield decoder.decode(value, { stream: true })
    }
    yield decoder.decode()
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}
