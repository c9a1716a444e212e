import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** The encodings of a text in a browser's files. */
const written = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(encodeURIComponent(text)),
]

/** Which of the texts are in the files of a folder, in UTF-8, UTF-16 or percent-encoded: `text: file`. */
export const findInFolder = async (folder: string, texts: string[]): Promise<string[]> => {
  const found: string[] = []
  const patterns = texts.flatMap(text => written(text).map(bytes => ({ text, bytes })))
  const longest = Math.max(...patterns.map(({ bytes }) => bytes.length))
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const seen = new Set<string>()
    let tail = Buffer.alloc(0)
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
      const part = Buffer.concat([tail, chunk])
      for (const { text, bytes } of patterns) if (part.includes(bytes)) seen.add(text)
      tail = part.subarray(-longest)
    }
    for (const text of seen) found.push(`${text}: ${path.relative(folder, file)}`)
  }
  return found
}
