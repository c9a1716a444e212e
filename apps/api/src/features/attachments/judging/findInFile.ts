import { createReadStream } from 'node:fs'

/** Whether the bytes, read as Latin-1, hold the pattern; a match may be at most `longest` characters. Holds two chunks at most. */
export const findInFile = async (path: string, pattern: RegExp, longest: number): Promise<boolean> => {
  let kept = ''
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const text = kept + (chunk as Buffer).toString('latin1')
    if (pattern.test(text)) return true
    kept = text.slice(-longest)
  }
  return false
}
