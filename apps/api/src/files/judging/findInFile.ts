import { createReadStream } from 'node:fs'
import type { Content } from '#storage/fileStore.ts'

/** Whether the bytes, read as Latin-1, hold the pattern; a match may be at most `longest` characters. Holds two chunks at most. */
export const findInFile = async (content: Content, pattern: RegExp, longest: number): Promise<boolean> => {
  let kept = ''
  const chunks = 'held' in content ? [content.held] : createReadStream(content.path, { highWaterMark: 256 * 1024 })
  for await (const chunk of chunks) {
    const text = kept + (chunk as Buffer).toString('latin1')
    if (pattern.test(text)) return true
    kept = text.slice(-longest)
  }
  return false
}
