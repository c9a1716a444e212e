import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { FileTooLarge, headBytes, type Received } from './fileStore.ts'

/** Put away at once: a smaller file is held as a whole. */
export const pieceBytes = 256 * 1024

type Measured = Omit<Received, 'content'>

/** @returns also the rest, which came after the last pieces that were put away */
export const readMeasured = async (
  stream: Readable,
  max: number,
  put: (pieces: Buffer[]) => Promise<void>,
): Promise<Measured & { rest: Buffer[] }> => {
  const hash = createHash('sha256')
  let head: Buffer = Buffer.alloc(0)
  let bytes = 0
  let rest: Buffer[] = []
  let waiting = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > max) throw new FileTooLarge(`more than ${max} bytes`)
    hash.update(chunk)
    if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
    rest.push(chunk)
    waiting += chunk.length
    if (waiting < pieceBytes) continue
    await put(rest)
    rest = []
    waiting = 0
  }
  return { head, bytes, sha256: hash.digest('hex'), rest }
}
