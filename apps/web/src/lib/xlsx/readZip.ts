// The few entries of an archive that are asked for, read on the device. What it unpacks to is bounded while it is unpacked.

const endRecord = 0x06054b50
const headerSize = { end: 22, central: 46, local: 30 }
/** Bytes an entry may unpack to, and entries an archive may have. */
const most = { bytes: 60_000_000, entries: 2000 }

interface Entry {
  name: string
  method: number
  at: number
  size: number
}

export class UnreadableArchive extends Error {}

/** Gives the text of an entry; null where the archive has none of that name. @throws UnreadableArchive */
export async function readZip(
  file: Blob,
): Promise<{ names: string[]; text: (name: string) => Promise<string | null> }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const entries = entriesOf(new DataView(bytes.buffer))
  return {
    names: [...entries.keys()],
    async text(name) {
      const entry = entries.get(name)
      if (!entry) return null
      const packed = new Response(bytes.subarray(entry.at, entry.at + entry.size)).body
      if (!packed) return ''
      return textOf(entry.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw')))
    },
  }
}

function entriesOf(view: DataView): Map<string, Entry> {
  let end = view.byteLength - headerSize.end
  while (end >= 0 && view.getUint32(end, true) !== endRecord) end -= 1
  if (end < 0) throw new UnreadableArchive('no archive')
  const count = view.getUint16(end + 10, true)
  if (count > most.entries) throw new UnreadableArchive('too many entries')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  try {
    for (let n = 0; n < count; n++) {
      const lengths = [28, 30, 32].map(field => view.getUint16(at + field, true))
      const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + headerSize.central, lengths[0]))
      const local = view.getUint32(at + 42, true)
      const skipped = view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      entries.set(name, {
        name,
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

async function textOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  let text = ''
  let read = 0
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      read += chunk.value.byteLength
      if (read > most.bytes) throw new UnreadableArchive('too large')
      text += decoder.decode(chunk.value, { stream: true })
    }
  } catch (error) {
    throw error instanceof UnreadableArchive ? error : new UnreadableArchive('broken')
  } finally {
    reader.releaseLock()
  }
  return text + decoder.decode()
}
